/** Paper: XHTML pressed into tagged PDF with the house's fonts embedded and rare names in their registered shapes. */
package jp.yakuba.kernel.paper;
