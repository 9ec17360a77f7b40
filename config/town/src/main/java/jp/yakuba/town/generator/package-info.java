/**
 * The generator of synthetic residents (見本の住民): the same seed and size make the same town, row by row, without ever
 * holding more than a few thousand people in memory.
 *
 * <p>Ages are dealt from the age pyramid of a real city ({@link jp.yakuba.town.generator.AgePyramid}), households are
 * built around those who are dealt ({@link jp.yakuba.town.generator.HouseholdComposer}), names follow the year of birth
 * ({@link jp.yakuba.town.generator.NameBook}), and everything goes into the tables by COPY under all constraints
 * ({@link jp.yakuba.town.generator.HouseholdGenerator}). Nobody in it exists.
 */
package jp.yakuba.town.generator;
