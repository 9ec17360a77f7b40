package jp.yakuba.organization.service;

/** An operator has moved the clock of a sample town; told inside the domain only. */
record ClockMoved() {}
