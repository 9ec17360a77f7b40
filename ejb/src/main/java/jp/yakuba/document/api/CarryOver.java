package jp.yakuba.document.api;

import java.util.List;

/**
 * What the turn of a year did to the filing plan (年度繰越).
 *
 * @param fiscalYear the new year
 * @param done false if that year's plan had been made before: then nothing was done
 * @param opened files opened for the new year
 * @param left codes of sections that are no more and were not carried over
 */
public record CarryOver(int fiscalYear, boolean done, int opened, List<String> left) {}
