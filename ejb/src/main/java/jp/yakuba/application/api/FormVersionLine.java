package jp.yakuba.application.api;

import java.time.Instant;

/**
 * A version of a form. State: WORKING, PUBLISHED, RETIRED.
 *
 * @param edition counts the changes of a working copy; whoever rewrites it says which one was seen
 */
public record FormVersionLine(String procedure, int version, String state, Instant changedAt, String changedBy, long edition) {}
