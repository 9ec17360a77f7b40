/** Pages of the records desk: registers, records, receipt, filing plan, circulation. */
package jp.yakuba.web.document;
