package jp.yakuba.house.streets.bad.mill.model;

/** Named after nothing. */
public class WheelUtil {}
