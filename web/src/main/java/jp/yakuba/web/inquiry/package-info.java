/** Pages of questions between offices: what this office asks, what it is asked, and what is answered. */
package jp.yakuba.web.inquiry;
