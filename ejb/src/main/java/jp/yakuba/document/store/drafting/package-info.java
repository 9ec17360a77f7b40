/** Where drafts are kept. */
package jp.yakuba.document.store.drafting;
