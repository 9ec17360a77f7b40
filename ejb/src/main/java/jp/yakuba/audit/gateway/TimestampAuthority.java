package jp.yakuba.audit.gateway;

import java.io.IOException;

/** Somebody outside who attests when a hash existed (時刻認証局). */
public interface TimestampAuthority {
    /** Its name or address, as it is kept beside the stamp. */
    String name();

    /** True if an authority is configured. */
    boolean isConfigured();

    /** The authority's signed answer for a SHA-256 hash, as RFC 3161 defines it. */
    byte[] stamp(byte[] sha256) throws IOException;
}
