package jp.yakuba.approval.model;

import static jp.yakuba.approval.api.HistoryCheck.Fault.EVENT_CHANGED;
import static jp.yakuba.approval.api.HistoryCheck.Fault.EVENT_MISSING;
import static jp.yakuba.approval.api.HistoryCheck.Fault.HEAD_CONTRADICTED;
import static jp.yakuba.approval.api.HistoryCheck.Fault.LINK_BROKEN;
import static jp.yakuba.approval.api.HistoryCheck.Fault.TEXT_CHANGED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.approval.api.HistoryCheck;
import jp.yakuba.approval.api.HistoryCheck.Fault;

/** A walk over a proposal's history that names the first line which does not hold. */
public final class HistoryWalk {
    private final Proposal proposal;
    private final Map<Integer, String> hashOfText;
    private final Set<Integer> gone;

    /** A walk over the history of the proposal with its texts. */
    public HistoryWalk(Proposal proposal, List<ProposalText> texts) {
        this.proposal = proposal;
        this.gone = texts.stream().filter(ProposalText::isGone).map(ProposalText::number).collect(Collectors.toSet());
        this.hashOfText = texts.stream().collect(Collectors.toMap(ProposalText::number, this::hashOf, (one, other) -> other));
    }

    private String hashOf(ProposalText text) {
        return proposal.hashOf(text.content());
    }

    /** Walks over the lines in order. */
    public HistoryCheck over(List<ProposalEvent> lines) {
        var previous = ProposalEvent.START;
        int expected = proposal.chainFrom() + 1;
        for (var line : lines) {
            var fault = faultOf(line, expected, previous);
            if (fault != null) {
                return new HistoryCheck(expected - 1, expected, fault);
            }
            previous = line.hash();
            expected++;
        }
        if (expected <= proposal.events()) {
            return new HistoryCheck(expected - 1, expected, EVENT_MISSING);
        }
        if (!previous.equals(proposal.chainHash())) {
            return new HistoryCheck(expected - 1, expected - 1, HEAD_CONTRADICTED);
        }
        return new HistoryCheck(expected - 1, 0, null);
    }

    private Fault faultOf(ProposalEvent line, int expected, String previous) {
        if (line.number() != expected) {
            return EVENT_MISSING;
        }
        if (!line.holdsWords(!gone.isEmpty()) || !line.computedHash().equals(line.hash())) {
            return EVENT_CHANGED;
        }
        if (!line.previous().equals(previous)) {
            return LINK_BROKEN;
        }
        boolean textHolds = line.contentHash() == null || gone.contains(line.textVersion())
                || line.contentHash().equals(hashOfText.get(line.textVersion()));
        return textHolds ? null : TEXT_CHANGED;
    }
}
