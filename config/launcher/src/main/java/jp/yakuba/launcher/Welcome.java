package jp.yakuba.launcher;

import java.io.PrintStream;
import jp.yakuba.cards.SampleAccounts;
import jp.yakuba.cards.SampleIdentities;

/** What is printed when the office is open: addresses, accounts, where mail is, and last of all that it is ready. */
final class Welcome {
    private final OfficeSettings settings;
    private final RunningOffice office;

    Welcome(OfficeSettings settings, RunningOffice office) {
        this.settings = settings;
        this.office = office;
    }

    void print(PrintStream out) {
        var ports = settings.ports();
        out.println();
        out.println("  Portal for residents   " + settings.portalAddress() + "   https://localhost:" + ports.https() + "/");
        out.println("  Sign-in by card        https://localhost:" + ports.card() + "/card");
        out.println("  Office for staff       " + settings.officeAddress());
        out.println("  Mail that was sent     http://localhost:" + ports.mailPage() + "/   (files in " + office.mail().folder() + ")");
        out.println("  WildFly console        http://localhost:" + ports.management() + "/console   user operator, password "
                + office.secrets().get("console.operator"));
        out.println("  Health, metrics        http://localhost:" + ports.management() + "/health   /metrics");
        out.println("  Data, logs, keys       " + settings.home());
        out.println();
        out.println("  Residents: sign in with " + String.join(" or ", SampleAccounts.RESIDENTS) + ", password "
                + SampleAccounts.RESIDENT_PASSWORD + "; cards lie in " + SampleIdentities.cards(settings.home()));
        out.println("  Staff: sign in with");
        for (var staff : SampleStaff.of(office.database().owner())) {
            out.println("    " + staff.number() + "  password " + staff.password() + "  " + staff.name() + "  (" + staff.roles() + ")");
        }
        out.println();
        out.println("  Ctrl-C closes the office.");
        out.println("Yakuba is ready: " + settings.portalAddress());
        out.flush();
    }
}
