/** What a draft is: its text, its versions and how they differ, its paper. */
package jp.yakuba.document.model.drafting;
