/** Masks for disclosure: where they lie, who drew and fixed them, what they look like on a page. */
package jp.yakuba.document.model.masking;
