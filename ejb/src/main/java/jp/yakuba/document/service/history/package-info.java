/** Writes and verifies histories of records for the whole domain. */
package jp.yakuba.document.service.history;
