package jp.yakuba.web.approval;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.Messages;

/** The route of a proposal in words and signs, stage by stage. */
@Named
@RequestScoped
public class RouteWords {
    @Inject
    private OfficeClock clock;

    @Inject
    private Messages messages;

    /** The stops, those of one stage together, from left to right. */
    public List<List<ProposalView.Step>> stages(ProposalView proposal) {
        return List.copyOf(proposal.route().stream()
                .collect(Collectors.groupingBy(ProposalView.Step::stage, TreeMap::new, Collectors.toList()))
                .values());
    }

    /** The sign of a stage or a stop: done, the turn, an objection, or neither. */
    public String sign(List<ProposalView.Step> stage) {
        var signs = stage.stream().map(this::signOf).distinct().toList();
        return Stream.of("you", "now", "stop").filter(signs::contains).findFirst()
                .orElse(signs.contains("") ? "" : "done");
    }

    /** The sign of a stop. */
    public String signOf(ProposalView.Step step) {
        return switch (step.state()) {
            case "DONE" -> "done";
            case "WAITING" -> "now";
            case "OBJECTED" -> "you";
            case "RETURNED", "REJECTED", "PASSED_OVER" -> "stop";
            default -> "";
        };
    }

    /** What a stop has done, in words: done means something else for each kind. */
    public String wordOf(ProposalView.Step step) {
        var kind = step.byProxy() ? "PROXY" : step.kind().name();
        return messages.get("approval.stop." + (step.state().equals("DONE") ? "DONE." + kind : step.state()));
    }

    /** Who acted, or who is expected to; a vacant post is told only where it is known who sits where. */
    public String personOf(ProposalView.Step step, boolean known) {
        var expected = step.assignee() == null ? step.holder() : step.assignee();
        boolean open = step.state().equals("WAITING") || step.state().equals("AHEAD");
        if (step.person() != null || !open) {
            return step.person() == null ? "" : step.person();
        }
        return expected == null && known ? messages.get("approval.vacant") : expected;
    }

    /** True if the day for the stop has passed. */
    public boolean isLate(ProposalView.Step step) {
        return step.state().equals("WAITING") && step.dueOn() != null && step.dueOn().isBefore(clock.today());
    }
}
