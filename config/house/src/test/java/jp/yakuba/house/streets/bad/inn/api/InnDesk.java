package jp.yakuba.house.streets.bad.inn.api;

/** Belongs to a domain without a plaque. */
public interface InnDesk {}
