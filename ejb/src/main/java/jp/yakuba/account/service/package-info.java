/** Behind the desks of account and identity. */
package jp.yakuba.account.service;
