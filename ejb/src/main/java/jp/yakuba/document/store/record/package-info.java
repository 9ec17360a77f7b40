/** Where lives, filings, readers and circulations of records are kept, and what may be read of them. */
package jp.yakuba.document.store.record;
