/** What the file room asks of programs outside the office. */
package jp.yakuba.document.gateway;
