/**
 * The shared kernel (共通語彙): the few words that every domain speaks.
 *
 * <p>Values of the administration (money, era dates, fiscal years, the office calendar, official numbers with their
 * check digits), the person who acts, the clock that tests can set, and the shape of a refusal. No persistence, no
 * knowledge of any domain; at most forty types, and each new one needs a line in ADR 0007.
 */
package jp.yakuba.kernel;
