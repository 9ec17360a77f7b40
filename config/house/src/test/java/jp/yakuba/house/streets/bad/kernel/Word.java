package jp.yakuba.house.streets.bad.kernel;

import jp.yakuba.house.streets.bad.mill.api.MillDesk;

/** A kernel type that knows a domain. */
public class Word {
    MillDesk desk;
}
