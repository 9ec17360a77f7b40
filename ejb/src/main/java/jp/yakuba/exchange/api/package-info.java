/** What others see of the exchange: heads of letters, and why one is refused. */
package jp.yakuba.exchange.api;
