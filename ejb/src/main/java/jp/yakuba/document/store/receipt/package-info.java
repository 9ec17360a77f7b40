/** Where letters' own facts, waiting files and renditions are kept. */
package jp.yakuba.document.store.receipt;
