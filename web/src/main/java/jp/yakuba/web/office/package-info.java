/** Pages of the staff (職員画面): the inbox, the examiner's desk, decisions, the counter, the ledger, audit and operation. */
package jp.yakuba.web.office;
