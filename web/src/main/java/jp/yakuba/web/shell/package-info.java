/**
 * The shell of the pages (玄関): language, size and colour of whoever reads, texts, dates as people read them, tokens of
 * forms, headers and files that every page shares. Knows no business.
 */
package jp.yakuba.web.shell;
