package jp.yakuba.application.api;

/** What is wrong with one answer: its path, the page (section id) it stands on, and how to mend it in each language. */
public record FieldProblem(String path, String section, Text message) {}
