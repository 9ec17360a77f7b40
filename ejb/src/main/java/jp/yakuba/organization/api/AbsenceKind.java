package jp.yakuba.organization.api;

/** Why somebody is away (不在の事由). */
public enum AbsenceKind {
    /** 休暇. */
    LEAVE,
    /** 出張. */
    TRAVEL,
    /** 研修. */
    TRAINING,
    /** 病気. */
    ILLNESS,
    /** 休職・育児休業など. */
    SUSPENSION,
    /** その他. */
    OTHER
}
