/** The bean behind the decision desk. */
package jp.yakuba.approval.service;
