package jp.yakuba.bench;

/**
 * A work by its name, and how a client comes to it.
 *
 * @param name what the report calls it
 * @param bar most CPU milliseconds of server and database that one of it may cost; not a number if there is no bar
 * @param ofClient the work of the client with the number
 */
record Task(String name, double bar, OfClient ofClient) {
    static final String STATIC = "plain static page";
    static final String INSERTS = "the same inserts, straight to PostgreSQL";
    static final String SUBMISSION = "submission";

    /** Makes the work of one client. */
    @FunctionalInterface
    interface OfClient {
        Work make(int client) throws Exception;
    }

    static Task of(String name, OfClient ofClient) {
        return new Task(name, Double.NaN, ofClient);
    }
}
