package jp.yakuba.exchange.service;

/** A message waits to leave. */
record ParcelWaiting() {}
