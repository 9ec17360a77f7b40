/** Front doors of account and identity. */
package jp.yakuba.account.api;
