/** Leads files to their end: holds, periods, the steps of disposal. */
package jp.yakuba.document.service.disposal;
