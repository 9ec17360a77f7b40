package jp.yakuba.document.api;

/** Why a part of a file is not disclosed (不開示情報), as ordinances modelled on article 5 of the disclosure law (情報公開法) name it. */
public enum MaskGround {
    /** Laws or ordinances forbid it (法令秘情報). */
    LAW,
    /** About a person who can be told by it (個人情報). */
    PERSONAL,
    /** Would harm a corporation or a business (法人等情報). */
    CORPORATE,
    /** Would hinder the prevention of crimes, or safety (公共の安全等に関する情報). */
    SAFETY,
    /** About what is still deliberated (審議・検討等情報). */
    DELIBERATION,
    /** Would hinder affairs such as audits, contracts or appointments (事務・事業情報). */
    AFFAIRS
}
