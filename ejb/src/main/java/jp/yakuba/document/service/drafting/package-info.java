/** Writes drafts, proposes them, hears what was decided. */
package jp.yakuba.document.service.drafting;
