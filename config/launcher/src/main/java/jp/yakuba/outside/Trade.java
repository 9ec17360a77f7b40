package jp.yakuba.outside;

import java.util.List;
import java.util.Map;

/** What a core system knows of its field: what a request must say, and what comes of it. */
interface Trade {
    /** Its short name, as in the names of its queues. */
    String system();

    /** What is missing or wrong, in words for the office; empty if nothing. */
    List<String> faults(Request request);

    /** What the system made of it, by the name of the result. */
    Map<String, String> results(Request request, int number);

    /** True if it takes a request first and finishes it later. */
    default boolean takesTime() {
        return false;
    }
}
