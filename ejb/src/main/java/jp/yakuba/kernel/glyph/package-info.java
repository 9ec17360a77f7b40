/**
 * Shapes of letters (字形): which of the office's fonts draws a character or a variation sequence of a name, and small fonts
 * made of the few shapes that a paper or a page needs.
 */
package jp.yakuba.kernel.glyph;
