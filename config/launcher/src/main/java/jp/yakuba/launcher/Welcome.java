package jp.yakuba.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import jp.yakuba.cards.SampleAccounts;
import jp.yakuba.cards.SampleIdentities;

/** What is printed when the office is open: addresses, accounts, where mail is, and last of all that it is ready. */
final class Welcome {
    private final List<RunningOffice> offices;

    Welcome(List<RunningOffice> offices) {
        this.offices = offices;
    }

    void print(PrintStream out) {
        for (var office : offices) {
            out.println();
            if (offices.size() > 1) {
                out.println("  ==== " + office.name() + " " + office.settings().town() + " ====");
            }
            addresses(office, out);
            out.println();
            accounts(office, out);
        }
        out.println();
        if (offices.size() > 1) {
            out.println("  The towns know each other, and exchange documents at their last addresses above.");
        }
        out.println("  Ctrl-C closes " + (offices.size() > 1 ? "both." : "the office."));
        out.println("Yakuba is ready: " + offices.stream().map(this::entrance).collect(Collectors.joining(", ")));
        out.flush();
    }

    private String entrance(RunningOffice office) {
        return office.settings().portalAddress() + (offices.size() > 1 ? " (" + office.name() + ")" : "");
    }

    private static void addresses(RunningOffice office, PrintStream out) {
        var settings = office.settings();
        var ports = settings.ports();
        out.println("  Portal for residents   " + settings.portalAddress() + "   https://localhost:" + ports.https() + "/");
        out.println("  Sign-in by card        https://localhost:" + ports.card() + "/card");
        out.println("  Office for staff       " + settings.officeAddress());
        out.println("  Mail that was sent     http://localhost:" + ports.mailPage() + "/   (files in " + office.mail().folder() + ")");
        out.println("  WildFly console        http://localhost:" + ports.management() + "/console   user operator, password "
                + office.secrets().get("console.operator"));
        out.println("  Health, metrics        http://localhost:" + ports.management() + "/health   /metrics");
        out.println("  Data, logs, keys       " + settings.home());
        out.println("  Other offices (LGWAN)  " + settings.exchangeAddress());
    }

    private static void accounts(RunningOffice office, PrintStream out) {
        out.println("  Residents: sign in with " + String.join(" or ", SampleAccounts.RESIDENTS) + ", password "
                + SampleAccounts.RESIDENT_PASSWORD + "; cards lie in " + SampleIdentities.cards(office.settings().home()));
        out.println("  Staff: sign in with");
        for (var staff : SampleStaff.of(office.database().owner())) {
            out.println("    " + staff.number() + "  password " + staff.password() + "  " + staff.name() + "  (" + staff.roles() + ")");
        }
    }
}
