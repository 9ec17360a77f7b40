/** Printed and filled forms and notices: one HTML per sheet, pressed into tagged PDF with an embedded Japanese font. */
package jp.yakuba.application.model.paper;
