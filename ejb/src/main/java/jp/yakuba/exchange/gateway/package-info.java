/** What the exchange needs of the outside. */
package jp.yakuba.exchange.gateway;
