package jp.yakuba.certificate.api;

/** What somebody looks at before a copy is issued of what came: programs cannot say whether it is what was asked. */
public enum CopyDoubt {
    /** Somebody of it has another name than the request says, or another one is missing: written otherwise there, or somebody else. */
    NAMES,
    /** The head of the household was wanted and did not come. */
    HEAD
}
