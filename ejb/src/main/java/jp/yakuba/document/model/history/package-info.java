/** The history of a record by its own rules: what a step says, how steps are chained, how a broken one is found. */
package jp.yakuba.document.model.history;
