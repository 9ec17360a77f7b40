/** Drafts, bundles and applications by their own rules; forms as data are in {@code model.form}. */
package jp.yakuba.application.model;
