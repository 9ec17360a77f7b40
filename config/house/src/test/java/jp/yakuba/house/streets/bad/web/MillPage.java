package jp.yakuba.house.streets.bad.web;

import jp.yakuba.house.streets.bad.mill.model.Wheel;

/** A page that reaches into a model. */
public class MillPage {
    Wheel wheel;
}
