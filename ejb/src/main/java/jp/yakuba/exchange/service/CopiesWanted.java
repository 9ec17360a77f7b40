package jp.yakuba.exchange.service;

/** Somebody wants copies of publications to be newer: rung when the deed is done. */
record CopiesWanted() {}
