package jp.yakuba.town.generator;

import jp.yakuba.town.generator.AgePyramid.Dealt;

/**
 * A member of a household that is being made.
 *
 * @param relationship 続柄
 * @param male sex
 * @param age in full years
 * @param line which line of blood the surname follows: 0 the head's, another number for another surname
 */
record Member(String relationship, boolean male, int age, int line) {
    static final String HEAD = "世帯主";

    static Member of(String relationship, Dealt dealt) {
        return new Member(relationship, dealt.male(), dealt.age(), 0);
    }

    static Member ofOtherLine(String relationship, Dealt dealt) {
        return new Member(relationship, dealt.male(), dealt.age(), 1);
    }

    boolean isHead() {
        return HEAD.equals(relationship);
    }
}
