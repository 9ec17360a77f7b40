package jp.yakuba.exchange.api;

import java.util.List;

/** An address book (住所録) as it goes over the line. */
public record AddressBook(List<AddressLine> offices) {}
