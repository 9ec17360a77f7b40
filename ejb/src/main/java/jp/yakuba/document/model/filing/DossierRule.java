package jp.yakuba.document.model.filing;

import java.util.ArrayList;
import java.util.List;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.RetentionClass;

/** What the facts of a file must not say at once. */
public final class DossierRule {
    private DossierRule() {}

    /** A fact that contradicts another or is missing: its column, and the end of the message key. */
    public record Contradiction(PlanColumn column, String reason) {}

    /** Everything that contradicts; facts that are missing altogether are named too. */
    public static List<Contradiction> contradictions(DossierFacts facts) {
        var found = new ArrayList<Contradiction>();
        if (facts.retention() == RetentionClass.STANDING && facts.afterUse() == null) {
            found.add(new Contradiction(PlanColumn.AFTER_USE, "after-use-missing"));
        }
        boolean follows = facts.afterUse() != null;
        if (follows && (facts.retention() != RetentionClass.STANDING || facts.afterUse() == RetentionClass.STANDING)) {
            found.add(new Contradiction(PlanColumn.AFTER_USE, "after-use-strange"));
        }
        if (facts.disclosure() != Disclosure.OPEN && isBlank(facts.clause())) {
            found.add(new Contradiction(PlanColumn.CLAUSE, "clause-missing"));
        }
        if (facts.disclosure() == Disclosure.OPEN && facts.closedUntil() != null) {
            found.add(new Contradiction(PlanColumn.CLOSED_UNTIL, "open-until"));
        }
        return found;
    }

    /** The same, and what a form may leave out but the plan may not. */
    public static List<Contradiction> faults(DossierFacts facts) {
        var found = new ArrayList<>(contradictions(facts));
        need(found, PlanColumn.TITLE, !isBlank(facts.title()));
        need(found, PlanColumn.GROUND, !isBlank(facts.ground()));
        need(found, PlanColumn.RETENTION, facts.retention() != null);
        need(found, PlanColumn.MEDIUM, facts.medium() != null);
        need(found, PlanColumn.DISCLOSURE, facts.disclosure() != null);
        need(found, PlanColumn.NUMBER, facts.number() >= 1 && facts.number() <= 999);
        return found;
    }

    private static void need(List<Contradiction> found, PlanColumn column, boolean there) {
        if (!there) {
            found.add(new Contradiction(column, "empty"));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
