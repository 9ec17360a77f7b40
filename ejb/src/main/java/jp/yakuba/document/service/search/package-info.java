/** Reads the text of files after the deed, and finds records by it. */
package jp.yakuba.document.service.search;
