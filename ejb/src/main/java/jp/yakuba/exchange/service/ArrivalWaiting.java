package jp.yakuba.exchange.service;

/** A message is kept and waits to be judged. */
record ArrivalWaiting() {}
