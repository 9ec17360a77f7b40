package jp.yakuba.document.api;

/** A template to begin a draft with. */
public record DraftTemplateLine(String code, String name) {}
