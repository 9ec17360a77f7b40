package jp.yakuba.house.streets.bad.mill.model;

import jp.yakuba.house.Except;

/** Goes around the rules, does not say why, and does it twice. */
@Except("because")
public class Excused {
    @Except("one way around a rule is a plea, the second is a habit")
    public void again() {
        // only its mark matters
    }
}
