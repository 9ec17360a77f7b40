/** Messages that leave and arrive, and the offices they go to and come from. */
package jp.yakuba.exchange.model;
