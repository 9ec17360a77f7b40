package jp.yakuba.outside;

import java.time.Duration;

/**
 * How a system behaves at the moment.
 *
 * @param kind the sort of behaviour
 * @param delay how slow or late it is
 */
record Mood(Kind kind, Duration delay) {
    /** As it should. */
    static final Mood NORMAL = new Mood(Kind.NORMAL, Duration.ofSeconds(3));

    /** The sorts of behaviour. */
    enum Kind {
        /** Answers at once. */
        NORMAL,
        /** Holds each request for the delay before it answers. */
        SLOW,
        /** Takes requests at once; each answer arrives after the delay. */
        LATE,
        /** Refuses whatever is asked. */
        REFUSE,
        /** Takes nothing from the queue, as if switched off. */
        DOWN,
        /** Sends every answer three times: twice the same message, once with another id. */
        TWICE,
        /** Answers with something that is no message at all, in the worst form. */
        MALFORMED,
        /** Answers questions that nobody asked. */
        UNKNOWN,
        /** Takes requests and never answers. */
        SILENT
    }
}
