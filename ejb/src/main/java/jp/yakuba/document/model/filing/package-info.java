/** The filing plan by its own rules: retention by fiscal years, files, how a plan is read from a table. */
package jp.yakuba.document.model.filing;
