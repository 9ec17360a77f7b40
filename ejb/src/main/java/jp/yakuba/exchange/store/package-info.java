/** The tables {@code exc_…}. */
package jp.yakuba.exchange.store;
