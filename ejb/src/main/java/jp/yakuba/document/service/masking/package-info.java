/** Masks for disclosure: prepared, fixed, and taken out for good in the copy that is given. */
package jp.yakuba.document.service.masking;
