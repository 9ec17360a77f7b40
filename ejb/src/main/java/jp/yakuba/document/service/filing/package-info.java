/** Behind the filing desk: plans, their turn of the year, their tables. */
package jp.yakuba.document.service.filing;
