package jp.yakuba.approval.model;

import static jp.yakuba.approval.api.ApprovalProblem.ANOTHER_STANDS_IN;
import static jp.yakuba.approval.api.ApprovalProblem.HOLDER_PRESENT;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_YOUR_TURN;
import static jp.yakuba.approval.api.ApprovalProblem.PROXY_EXCLUDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.yakuba.approval.api.ProxyGround;
import jp.yakuba.kernel.RuleViolation;

/**
 * Who may decide for a post at a moment (代決): nobody for excluded matters or while a holder is present; otherwise the first
 * of those who stand in that is present.
 *
 * @param post code of the post stood in for
 * @param postName its title
 * @param holder who holds it first; null if it is vacant
 * @param returnsOn first open day of that person's return; null if the post is vacant
 * @param holderPresent true if any holder is present
 * @param standIns who stands in, in order
 */
public record ProxyOrder(
        String post, String postName, String holder, LocalDate returnsOn, boolean holderPresent, List<StandIn> standIns) {
    public ProxyOrder {
        standIns = List.copyOf(standIns);
    }

    /** A post that stands in, its title with the section, and whether a holder of it is present. */
    public record StandIn(String post, String title, boolean present) {}

    /** The ground on which the officer decides; refused with the reason if there is none. */
    public ProxyGround grant(Officer officer, boolean excluded) {
        int own = first(officer);
        if (own < 0) {
            throw new RuleViolation(NOT_YOUR_TURN);
        }
        if (excluded) {
            throw new RuleViolation(PROXY_EXCLUDED);
        }
        if (holderPresent) {
            throw new RuleViolation(HOLDER_PRESENT, holder);
        }
        standIns.stream().limit(own).filter(StandIn::present).findFirst().ifPresent(before -> {
            throw new RuleViolation(ANOTHER_STANDS_IN, before.title());
        });
        return new ProxyGround(post, postName, holder, returnsOn, own + 1);
    }

    /** The same as a question. */
    public Optional<ProxyGround> find(Officer officer, boolean excluded) {
        try {
            return Optional.of(grant(officer, excluded));
        } catch (RuleViolation no) {
            return Optional.empty();
        }
    }

    /** The officer's own post in the order; the officer is present, whatever the calendar says. */
    private int first(Officer officer) {
        for (int place = 0; place < standIns.size(); place++) {
            if (officer.posts().contains(standIns.get(place).post())) {
                return place;
            }
        }
        return -1;
    }

    /** Code of the post through which the officer stands in. */
    public String postOf(Officer officer) {
        return standIns.get(first(officer)).post();
    }
}
