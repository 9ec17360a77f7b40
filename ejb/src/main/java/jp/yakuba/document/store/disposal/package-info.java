/** Where holds, lists of disposal and protocols are kept. */
package jp.yakuba.document.store.disposal;
