package jp.yakuba.web.organization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.DelegationTerms;
import jp.yakuba.organization.api.DelegationTerms.Beside;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.RuleStop;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;

/** Lines of the delegation table in words: amounts, ranks and posts as people call them. */
@Named
@RequestScoped
public class DelegationWords {
    private static final int HEAD = 10;
    private static final int DEPUTY = 20;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private Town town;

    @Inject
    private Messages messages;

    private final Map<String, String> posts = new HashMap<>();

    /** Up to which amount a line reaches. */
    public String amount(DelegationTerms terms) {
        return terms.upToAmount() == null
                ? messages.get("organization.delegation.noLimit")
                : messages.of("organization.delegation.yen", String.format("%,d", terms.upToAmount()));
    }

    /** Who agrees before. */
    public String line(DelegationTerms terms) {
        if (terms.lineFromRank() != null) {
            return messages.of("organization.delegation.from", rank(terms.lineFromRank()));
        }
        return terms.consentRank() == null ? "" : rank(terms.consentRank());
    }

    /** Who decides. */
    public String decider(DelegationTerms terms) {
        return terms.deciderPost() == null ? rank(terms.deciderRank()) : post(terms.deciderPost());
    }

    /** Who else is asked, stage by stage, and who is told. */
    public String besides(DelegationTerms terms) {
        var consulted = terms.besides().stream()
                .filter(one -> one.kind() == RuleStop.Kind.CONSULT)
                .collect(Collectors.groupingBy(Beside::stage, TreeMap::new,
                        Collectors.mapping(this::name, Collectors.joining("・"))))
                .values().stream().collect(Collectors.joining(" → "));
        var informed = terms.besides().stream().filter(one -> one.kind() == RuleStop.Kind.INFORM)
                .map(this::name).collect(Collectors.joining("・"));
        return informed.isEmpty() ? consulted : consulted + " " + messages.of("organization.delegation.told", informed);
    }

    private String name(Beside beside) {
        return beside.section() != null ? town.sectionName(beside.section()) : post(beside.post());
    }

    /** The head's title without the name of the town: 町長, 市長. */
    private String head() {
        var view = town.getView();
        return view.headTitle().startsWith(view.name()) ? view.headTitle().substring(view.name().length() - 1) : view.headTitle();
    }

    private String rank(Integer rank) {
        var head = head();
        if (rank == HEAD) {
            return head;
        }
        if (rank == DEPUTY) {
            return messages.of("organization.rank.deputy", head);
        }
        return messages.orElse("organization.rank." + rank, String.valueOf(rank));
    }

    /** Section and title of a post. */
    public String post(String code) {
        return posts.computeIfAbsent(code, asked -> organization.findPost(asked, clock.today())
                .map(post -> post.sectionName() + " " + post.title())
                .orElse(asked));
    }
}
