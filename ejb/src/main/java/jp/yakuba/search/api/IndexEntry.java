package jp.yakuba.search.api;

/**
 * A thing that can be found.
 *
 * @param kind kind of thing, such as {@code procedure}
 * @param key its key within the kind
 * @param area who may find it: {@code public} or a section's code
 * @param title weighs most
 * @param keywords readings, easy words and synonyms
 * @param body the rest
 */
public record IndexEntry(String kind, String key, String area, String title, String keywords, String body) {}
