package jp.yakuba.document.api;

/**
 * A class of the filing plan (分類).
 *
 * @param code {@code A} (大分類), {@code A-01} (中分類) or {@code A-01-02} (小分類)
 * @param level 1, 2 or 3
 */
public record FileClassView(String section, int fiscalYear, String code, int level, String name) {}
