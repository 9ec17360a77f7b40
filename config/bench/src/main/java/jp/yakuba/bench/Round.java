package jp.yakuba.bench;

/**
 * What one round of one work gave.
 *
 * @param perSecond works done a second
 * @param p50 median latency in milliseconds
 * @param p95 95th percentile of the latency in milliseconds
 * @param serverCpu CPU milliseconds of the server per work
 * @param compilerCpu CPU milliseconds of the server's compilers in that, which a server that is warm no longer spends
 * @param databaseCpu CPU milliseconds of the database per work
 * @param statements SQL statements per work
 * @param failures works that failed
 */
record Round(
        double perSecond, double p50, double p95, double serverCpu, double compilerCpu, double databaseCpu, double statements, long failures) {

    /** CPU milliseconds of server and database per work, without the compilers. */
    double warmCpu() {
        return cpu() - compilerCpu;
    }

    /** CPU milliseconds of server and database per work. */
    double cpu() {
        return serverCpu + databaseCpu;
    }
}
