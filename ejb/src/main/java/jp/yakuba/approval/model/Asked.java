package jp.yakuba.approval.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.ProposeDecision;

/** What was asked and by which rule; it never changes. */
@Embeddable
public record Asked(
        @Column(updatable = false) String matter,
        @Column(updatable = false) long amount,
        @Column(updatable = false) String subjectType,
        @Column(updatable = false) UUID subjectId,
        @Column(updatable = false) String title,
        @Column(updatable = false) String section,
        @Column(updatable = false) boolean urgent,
        @Column(updatable = false) LocalDate wantedBy,
        @Column(updatable = false) String decisionClass,
        @Column(updatable = false) boolean proxyExcluded,
        @Column(updatable = false) boolean editable,
        @Column(updatable = false) String rule,
        @Column(updatable = false) UUID follows,
        @Column(updatable = false) UUID amends) {

    static Asked by(ProposeDecision command, Terms terms) {
        return new Asked(
                command.matter(), command.amount(), command.subjectType(), command.subjectId(), command.title(),
                terms.section(), command.urgent(), command.wantedBy(), terms.decisionClass(), terms.proxyExcluded(),
                terms.editable(), terms.rule(), terms.follows(), command.amends());
    }

    /** All of it with the route, in canonical form. */
    String facts(List<ProposalStep> steps) {
        return Details.ofProposal(this, steps);
    }
}
