package jp.yakuba.application.api;

/**
 * A rule between fields: {@code left operator right} must hold when {@code when} does. Operators: {@code le, lt, ge, gt,
 * eq, ne}; a side is a path or, in quotes, a literal ({@code 'today'} is the office's date).
 *
 * @param path where the message stands
 */
public record FormRule(String path, String left, String operator, String right, Condition when, Text message) {}
