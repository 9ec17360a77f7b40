/** Where masks for disclosure are kept. */
package jp.yakuba.document.store.masking;
