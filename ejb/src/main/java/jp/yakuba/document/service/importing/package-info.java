/** Behind the import desk: lines read, files checked, batches written. */
package jp.yakuba.document.service.importing;
