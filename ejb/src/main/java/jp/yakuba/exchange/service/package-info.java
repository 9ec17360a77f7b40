/** Behind the desks of the exchange: who is let in, how arrivals are judged, how parcels leave. */
package jp.yakuba.exchange.service;
