package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.TrialStep;
import jp.yakuba.web.shell.Messages;

/** What pages say about messages: colours of states, words for reasons. */
@Named
@RequestScoped
public class ExchangeWords {
    private static final Set<String> KNOWN_PROBLEMS = Set.of("PEER_AWAY", "NO_KEY", "BY_HAND", "NOT_COLLECTED");

    @Inject
    private Messages messages;

    /** Colour of the state of a message that leaves. */
    public String codeOf(ParcelState state) {
        return switch (state) {
            case RECEIPTED -> "done";
            case REFUSED, GIVEN_UP -> "stop";
            case CANCELLED -> "none";
            default -> "wait";
        };
    }

    /** Colour of the state of a message that arrived. */
    public String codeOf(ArrivalState state) {
        return switch (state) {
            case ACCEPTED -> "done";
            case REFUSED -> "stop";
            case CANCELLED -> "none";
            default -> "wait";
        };
    }

    /** Words for a service; its code where there are none. */
    public String service(String code) {
        return messages.orElse("exchange.service." + code, code);
    }

    /** Words for several services. */
    public String services(List<String> codes) {
        return codes.isEmpty() ? messages.get("exchange.service.none") : String.join("、", codes.stream().map(this::service).toList());
    }

    /** Colour of the state of an office. */
    public String codeOf(PeerState state) {
        return state == PeerState.ACTIVE ? "done" : "stop";
    }

    /** Colour of how a step of a trial came out. */
    public String codeOf(TrialStep.Verdict verdict) {
        return switch (verdict) {
            case WELL -> "done";
            case OURS -> "you";
            case THEIRS -> "stop";
            case UNCLEAR -> "wait";
            case SKIPPED -> "none";
        };
    }

    /** Words for the reason code of a refusal; the code itself where it is one that we do not know. */
    public String fault(String code) {
        return ExchangeFault.of(code).map(fault -> messages.get("exchange.fault." + fault.code())).orElse(code);
    }

    /** Words for what stands in the way. */
    public String problem(String problem) {
        return KNOWN_PROBLEMS.contains(problem) ? messages.get("exchange.problem." + problem)
                : messages.of("exchange.problem.other", problem);
    }
}
