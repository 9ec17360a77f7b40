package jp.yakuba.certificate.api;

/** By which document with a photograph whoever asks was known (本人確認書類). The desk looks at it and keeps no copy. */
public enum IdentityDocument {
    /** 個人番号カード. */
    NUMBER_CARD,
    /** 運転免許証, 運転経歴証明書. */
    DRIVING_LICENCE,
    /** 旅券. */
    PASSPORT,
    /** 在留カード, 特別永住者証明書. */
    RESIDENCE_CARD,
    /** Another licence, permit or proof of a public office with a photograph. */
    OTHER_WITH_PHOTOGRAPH
}
