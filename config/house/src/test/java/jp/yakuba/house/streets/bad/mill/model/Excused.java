package jp.yakuba.house.streets.bad.mill.model;

import jp.yakuba.house.Except;

/** Goes around the rules and does not say why. */
@Except("because")
public class Excused {}
