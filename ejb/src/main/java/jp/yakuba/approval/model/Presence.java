package jp.yakuba.approval.model;

import java.time.LocalDate;

/** Who sits where at the moment, as a route shows it. */
public interface Presence {
    /** Nobody is asked for. */
    Presence UNKNOWN = new Presence() {
        @Override
        public String holderOf(String post) {
            return null;
        }

        @Override
        public LocalDate returnOf(String post) {
            return null;
        }
    };

    /** Name of whoever holds the post first; null if it is vacant. */
    String holderOf(String post);

    /** First open day of that person's return; null if present. */
    LocalDate returnOf(String post);
}
