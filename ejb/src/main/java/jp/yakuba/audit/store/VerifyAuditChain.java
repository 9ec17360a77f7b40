package jp.yakuba.audit.store;

import java.time.InstantSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The command that verifies the audit chain without a server: needs the address of the database and a role that may read.
 *
 * <p>It takes the address, such as {@code jdbc:postgresql://127.0.0.1:5433/yakuba}, as its only argument and the role and
 * password from {@code YAKUBA_DB_USER} and {@code YAKUBA_DB_PASSWORD}. It ends with 0 if the chain holds and 1 if not.
 */
public final class VerifyAuditChain {
    private VerifyAuditChain() {}

    /** Verifies and reports in one line for the chain and one for the unsealed window. */
    public static void main(String... arguments) {
        if (arguments.length != 1) {
            System.err.println("Usage: VerifyAuditChain jdbc:postgresql://<host>:<port>/<database>");
            System.exit(2);
        }
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(System.getenv().getOrDefault("YAKUBA_DB_USER", "yakuba_app"));
        database.setPassword(System.getenv("YAKUBA_DB_PASSWORD"));
        database.setCurrentSchema("yakuba");
        var report = new ChainCheck(database, InstantSource.system()).run();
        if (report.holds()) {
            System.out.printf("The audit chain holds: %d entries, head %d %s%n",
                    report.verified(), report.headSequence(), report.headHash());
        } else {
            var wrong = report.firstBreak();
            System.out.printf("The audit chain is BROKEN at number %d (%s), entry %s; %d entries before it hold%n",
                    wrong.sequence(), wrong.kind(), wrong.entryId(), report.verified());
        }
        System.out.printf("Not sealed yet: %d, the oldest of %s%n", report.unsealed(), report.oldestUnsealed());
        System.exit(report.holds() ? 0 : 1);
    }
}
