package jp.yakuba.web.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import jp.yakuba.share.api.TakenState;
import jp.yakuba.web.shell.Messages;

/** Words and colours of shared procedures on pages. */
@Named
@RequestScoped
public class ShareWords {
    private static final Map<String, String> VALUES = Map.of("kind", "office.procedure.kind.", "visit", "portal.visit.", "identity", "portal.identity.",
            "type", "office.type.", "required", "office.share.required.");

    @Inject
    private Messages messages;

    /** What stands there, in the words of the office as far as it is a code. */
    public String value(String member, String value) {
        return VALUES.containsKey(member) ? messages.orElse(VALUES.get(member) + value, value) : value;
    }

    /** Why a copy is not newer, in words. */
    public String problem(String code) {
        return messages.orElse("office.share.problem." + code, messages.of("office.share.problem", code));
    }

    /** Colour of a state. */
    public String codeOf(TakenState state) {
        return switch (state) {
            case NONE -> "none";
            case SAME -> "done";
            case NEWER -> "you";
            case WITHDRAWN -> "stop";
        };
    }
}
