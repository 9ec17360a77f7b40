/** Letters as they come in: what only letters have, files that wait, the PDF/A beside an original. */
package jp.yakuba.document.model.receipt;
