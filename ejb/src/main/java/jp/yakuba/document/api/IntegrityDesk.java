package jp.yakuba.document.api;

import jakarta.ejb.Local;

/** The desk of integrity (完全性の検査): whether files, histories, numbers and protocols are as they were written, part by part. */
@Local
public interface IntegrityDesk {
    /**
     * Looks at a part and stops at the first thing that does not hold.
     *
     * @param kind what is looked at
     * @param after where the part before ended; null for the beginning
     */
    IntegrityPart check(IntegrityKind kind, String after);
}
