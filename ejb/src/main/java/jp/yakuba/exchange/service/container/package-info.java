/** Containers of letters, and answers to them: made, and opened without trusting anything in them. */
package jp.yakuba.exchange.service.container;
