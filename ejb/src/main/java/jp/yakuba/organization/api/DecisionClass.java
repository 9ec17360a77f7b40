package jp.yakuba.organization.api;

/** The class of a decision (決裁区分 甲乙丙丁): how high its decider stands. */
public enum DecisionClass {
    /** 甲: the head of the town. */
    KO(10),
    /** 乙: the deputy head. */
    OTSU(20),
    /** 丙: heads of departments and divisions. */
    HEI(40),
    /** 丁: everybody below. */
    TEI(99);

    private final int lowestRank;

    DecisionClass(int lowestRank) {
        this.lowestRank = lowestRank;
    }

    /** The class of what a post of the rank decides. */
    public static DecisionClass ofRank(int rank) {
        for (var candidate : values()) {
            if (rank <= candidate.lowestRank) {
                return candidate;
            }
        }
        return TEI;
    }
}
