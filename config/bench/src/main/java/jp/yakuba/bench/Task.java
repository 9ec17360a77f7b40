package jp.yakuba.bench;

/**
 * A work by its name, and how a client comes to it.
 *
 * @param name what the report calls it
 * @param bar most CPU milliseconds of server and database that one of it may cost; not a number if there is no bar
 * @param pieces how many of what is measured are done at once; figures are those of one
 * @param isInProcess true if it is done in this very process, false if the office's server does it
 * @param ofClient the work of the client with the number
 */
record Task(String name, double bar, int pieces, boolean isInProcess, OfClient ofClient) {
    static final String STATIC = "plain static page";
    static final String INSERTS = "the same inserts, straight to PostgreSQL";
    static final String SUBMISSION = "submission";

    /** Makes the work of one client. */
    @FunctionalInterface
    interface OfClient {
        Work make(int client) throws Exception;
    }

    /** A work that the office's server does within the bar. */
    Task(String name, double bar, OfClient ofClient) {
        this(name, bar, 1, false, ofClient);
    }

    static Task of(String name, OfClient ofClient) {
        return new Task(name, Double.NaN, ofClient);
    }

    /** A work that does several at once. */
    static Task ofMany(String name, int pieces, OfClient ofClient) {
        return new Task(name, Double.NaN, pieces, false, ofClient);
    }

    /** A work that is done in this very process, with the same PostgreSQL behind it. */
    static Task inProcess(String name, OfClient ofClient) {
        return new Task(name, Double.NaN, 1, true, ofClient);
    }

    /** CPU milliseconds used so far by the compilers of the process that does it. */
    double compilerCpu(Office office) {
        return isInProcess ? ProcessTime.millisOfCompilers(ProcessHandle.current().pid()) : office.compilerCpu();
    }

    /** CPU milliseconds used so far by the process that does it. */
    double cpu(Office office) {
        return isInProcess ? ProcessTime.ownMillis() : office.serverCpu();
    }
}
