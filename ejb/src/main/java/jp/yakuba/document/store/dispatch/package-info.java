/** Where numbers, deliveries and seal uses are kept. */
package jp.yakuba.document.store.dispatch;
