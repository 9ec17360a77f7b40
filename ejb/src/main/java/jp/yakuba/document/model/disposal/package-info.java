/** The end of records by its own rules: holds, lists of disposal, protocols. */
package jp.yakuba.document.model.disposal;
