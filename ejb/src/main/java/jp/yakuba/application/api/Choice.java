package jp.yakuba.application.api;

/** One thing that can be chosen: the value kept and the words shown. */
public record Choice(String value, Text label) {}
