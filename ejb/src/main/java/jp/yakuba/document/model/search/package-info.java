/** How words inside of records are found: folded text, pairs of signs, excerpts, searches that are kept. */
package jp.yakuba.document.model.search;
