package jp.yakuba.signature.api;

/** The means of signing (署名手段): whether the office has a key that it may use now, and a time stamp service. */
public interface SigningMeans {
    /** The key as it is now; looked at anew each time, so that a new certificate or a revocation counts at once. */
    KeyFound key();

    /** True if a time stamp service is named. */
    boolean hasStamps();
}
