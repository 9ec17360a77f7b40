/** What is sent out: its number, its fair copy, the ways it takes, the seal. */
package jp.yakuba.document.model.dispatch;
