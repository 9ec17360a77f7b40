/** Records and file contents by their own rules. */
package jp.yakuba.document.model;
