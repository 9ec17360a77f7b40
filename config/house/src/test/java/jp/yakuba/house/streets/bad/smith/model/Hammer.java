package jp.yakuba.house.streets.bad.smith.model;

/** Another domain's own thing. */
public class Hammer {}
