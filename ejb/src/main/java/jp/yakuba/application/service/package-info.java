/** The beans behind the desks of applications, and the deeds they share. */
package jp.yakuba.application.service;
