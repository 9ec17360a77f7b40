package jp.yakuba.town.generator;

/**
 * Where a household lives.
 *
 * @param building 方書; null if none
 * @param line the whole address in one line
 */
record Dwelling(String placeCode, String postalCode, String place, String lot, String building, String line) {}
