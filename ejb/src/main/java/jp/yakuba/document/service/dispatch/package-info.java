/** Sends decided drafts out. */
package jp.yakuba.document.service.dispatch;
