/**
 * What stands in for the world of IC cards in a sample town: an authority that issues certificates of the real shape to
 * invented people, the cards themselves, and the software that reads a card;
 * the key with which the office signs, and a time stamp service. No real card, no real person.
 */
package jp.yakuba.cards;
