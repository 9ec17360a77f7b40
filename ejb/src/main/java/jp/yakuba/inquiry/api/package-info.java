/** What others see of questions between offices. */
package jp.yakuba.inquiry.api;
