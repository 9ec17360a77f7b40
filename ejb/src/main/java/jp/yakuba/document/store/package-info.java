/** Where records and files are kept. */
package jp.yakuba.document.store;
