package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.audit.api.AuditLine;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.web.shell.Messages;

/** The audit log in words: its codes are for machines, whoever reads it is not one. */
@Named
@RequestScoped
public class AuditWords {
    private static final String DEED = "audit.deed.";

    @Inject
    private Messages messages;

    @Inject
    private OrganizationDesk organization;

    private final Map<String, String> posts = new HashMap<>();

    /** Codes of every deed that has words, in the order of the domains. */
    public List<String> getDeeds() {
        return messages.keysUnder(DEED).stream().map(key -> key.substring(DEED.length())).toList();
    }

    /** The deed in words. */
    public String deed(String code) {
        return messages.orElse(DEED + code, code);
    }

    /** What was touched. */
    public String object(String type) {
        return type == null ? "" : messages.orElse("audit.object." + type, type);
    }

    /** Why: what the office wrote by itself in words, what a person wrote as it is. */
    public String reason(String reason) {
        if (reason == null) {
            return "";
        }
        var ours = messages.orElse("audit.reason." + reason, reason);
        return messages.orElse("problem." + reason, ours).replaceAll("\\{\\d}", "…");
    }

    /** Who it was; whoever has no name is called by what they are. */
    public String actor(AuditLine line) {
        return switch (line.actorKind()) {
            case "ANONYMOUS" -> messages.get("audit.actor.anonymous");
            case "SYSTEM" -> messages.get("audit.actor.system");
            default -> line.actorName();
        };
    }

    /** Name of the post through which a member of staff acted, as it was on the day; the code if it is gone. */
    public String post(AuditLine line) {
        if (line.post() == null) {
            return "";
        }
        return posts.computeIfAbsent(line.actorId() + line.post(), any -> {
            var day = LocalDate.ofInstant(line.at(), OfficeClock.ZONE);
            return organization.listPostsOf(line.actorId(), day).stream().filter(post -> post.code().equals(line.post()))
                    .map(post -> post.sectionName() + " " + post.title()).findFirst().orElse(line.post());
        });
    }
}
