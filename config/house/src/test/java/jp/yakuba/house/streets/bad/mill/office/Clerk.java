package jp.yakuba.house.streets.bad.mill.office;

/** Lives in a fifth room. */
public class Clerk {}
