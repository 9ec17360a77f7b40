/** Where text and index of records are kept, and asked. */
package jp.yakuba.document.store.search;
