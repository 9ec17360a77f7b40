/** Where signatures and their renewed versions are kept. */
package jp.yakuba.document.store.signing;
