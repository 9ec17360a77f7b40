/** Pages of the exchange of documents: what leaves, what arrived, and the proof of it. */
package jp.yakuba.web.exchange;
