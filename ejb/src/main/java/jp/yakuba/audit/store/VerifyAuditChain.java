package jp.yakuba.audit.store;

import java.time.InstantSource;
import jp.yakuba.audit.api.ChainReport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The command that verifies the audit chain without a server: needs the address of the database and a role that may read.
 *
 * <p>It takes the address, such as {@code jdbc:postgresql://127.0.0.1:5433/yakuba}, as its only argument and the role and
 * password from {@code YAKUBA_DB_USER} and {@code YAKUBA_DB_PASSWORD}. It ends with 0 if the chain holds, 1 if not and 2 if it
 * cannot be read.
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
        report(read(database, arguments[0]));
    }

    private static ChainReport read(PGSimpleDataSource database, String address) {
        try {
            return new ChainCheck(database, InstantSource.system()).run();
        } catch (IllegalStateException unreadable) {
            System.err.printf("The audit chain cannot be read at %s: %s%n", address, unreadable.getCause().getMessage());
            System.exit(2);
            throw unreadable;
        }
    }

    private static void report(ChainReport report) {
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
