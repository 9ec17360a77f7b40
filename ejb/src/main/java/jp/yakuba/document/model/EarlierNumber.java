package jp.yakuba.document.model;

/**
 * The number that a record bears from an earlier system (移行文書).
 *
 * @param fiscalYear fiscal year of its day there
 * @param sequence its place among all that were taken over of that year, so that one that is missing is missed
 * @param words the number as the earlier system wrote it
 */
public record EarlierNumber(Direction direction, String section, int fiscalYear, long sequence, String words) {}
