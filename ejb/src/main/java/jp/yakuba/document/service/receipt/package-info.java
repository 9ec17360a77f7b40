/** Behind the receipt desk: files handed in, mails opened, PDF/A made. */
package jp.yakuba.document.service.receipt;
