package jp.yakuba.document.api;

/**
 * The words of a version.
 *
 * @param title 件名
 * @param ask 伺い文
 * @param html the text as clean XHTML
 * @param plain the text in its plain form
 */
public record DraftText(String title, String ask, String html, String plain) {}
