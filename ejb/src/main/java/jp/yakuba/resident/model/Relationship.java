package jp.yakuba.resident.model;

import static jp.yakuba.resident.api.ResidentProblem.UNKNOWN_RELATIONSHIP;

import java.util.regex.Pattern;
import jp.yakuba.kernel.RuleViolation;

/**
 * How a member stands to the head of the household (続柄): one of the few words of 標準仕様書 1.1.11, or up to four of them
 * joined by の. There is no word for grandchild or grandfather: 子の子, 父の父.
 *
 * @param value as it is written in the ledger
 */
public record Relationship(String value) {
    /** The head of the household. */
    public static final Relationship HEAD = new Relationship("世帯主");

    private static final String STEP = "(夫（未届）|妻（未届）|子（子の夫）|子（子の妻）|夫|妻|子|父|母|兄|姉|弟|妹)";
    private static final Pattern CHAIN = Pattern.compile(STEP + "(の" + STEP + "){0,3}");
    private static final Pattern SPOUSE = Pattern.compile("(夫|妻)(（未届）)?");
    private static final int GENERATIONS = 4;
    private static final String CHILD = "子";
    private static final String KIN = "縁故者";
    private static final String LODGER = "同居人";

    public Relationship {
        if (!isKnown(value)) {
            throw new RuleViolation(UNKNOWN_RELATIONSHIP, String.valueOf(value));
        }
    }

    /** True if the ledger knows the word or the chain. */
    public static boolean isKnown(String value) {
        return value != null && (value.equals("世帯主") || value.equals(KIN) || value.equals(LODGER)
                || CHAIN.matcher(value).matches());
    }

    /** What a child of this member is to the head; beyond four generations only 縁故者 is left. */
    public Relationship child() {
        if (isHead() || isSpouse()) {
            return new Relationship(CHILD);
        }
        if (value.equals(KIN) || value.equals(LODGER)) {
            return this;
        }
        return generations() == GENERATIONS ? new Relationship(KIN) : new Relationship(value + "の" + CHILD);
    }

    /** True for the head. */
    public boolean isHead() {
        return value.equals("世帯主");
    }

    /** True for the head's husband or wife, registered or not. */
    public boolean isSpouse() {
        return SPOUSE.matcher(value).matches();
    }

    /** The place of this relationship on a certificate, smallest first (標準仕様書 5.2). */
    int rank(boolean leadsFamilyOfChild) {
        if (isHead()) {
            return 0;
        }
        if (isSpouse()) {
            return 1;
        }
        if (value.equals(CHILD) || value.matches("子（子の[夫妻]）")) {
            return leadsFamilyOfChild ? 3 : 2;
        }
        if (belongsToFamilyOfChild()) {
            return value.matches("子の(夫|妻)(（未届）)?") ? 4 : 5;
        }
        return switch (value) {
            case "父", "母" -> 6;
            case "兄", "姉", "弟", "妹" -> 7;
            case "父の父", "父の母", "母の父", "母の母" -> 8;
            case KIN -> 10;
            case LODGER -> 11;
            default -> 9;
        };
    }

    /** True for the family of a child of the head: 子の妻, 子の子 and so on. */
    boolean belongsToFamilyOfChild() {
        return value.startsWith("子の");
    }

    private int generations() {
        return value.replaceAll("（[^）]*）", "").split("の").length;
    }

    @Override
    public String toString() {
        return value;
    }
}
