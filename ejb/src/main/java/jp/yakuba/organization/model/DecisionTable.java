package jp.yakuba.organization.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.yakuba.organization.api.DecisionClass;
import jp.yakuba.organization.api.DecisionRuleView;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.RuleStop;
import jp.yakuba.organization.api.RuleStop.Kind;

/**
 * The delegation table (事務決裁規程) as one section reads it on one day. The line with the smallest limit that covers the
 * amount counts; ranks are looked for along the section's own line upwards; whoever stands on the route already is not
 * asked twice.
 */
record DecisionTable(Chart chart, String section, LocalDate on) {

    DecisionRuleView ruleFor(String matter, long amount) {
        var line = chart.delegations().stream()
                .filter(delegation -> delegation.covers(matter, amount, on))
                .min(comparing(Delegation::limit));
        var decider = line.flatMap(this::deciderOf).or(() -> chart.head(on));
        var asked = new HashSet<String>();
        decider.map(Post::code).ifPresent(asked::add);
        var stages = new ArrayList<List<RuleStop>>();
        line.stream().flatMap(found -> agreeing(found, decider)).filter(post -> asked.add(post.code()))
                .forEach(post -> stages.add(List.of(stop(Kind.AGREE, post))));
        line.ifPresent(found -> stages.addAll(consulted(found, asked)));
        decider.ifPresent(post -> stages.add(List.of(stop(Kind.DECIDE, post))));
        return new DecisionRuleView(
                matter, line.map(Delegation::name).orElse(null), classOf(line, decider),
                line.filter(Delegation::isProxyExcluded).isPresent(), line.filter(Delegation::isEditable).isPresent(),
                line.map(Delegation::article).orElse(null), line.map(Delegation::source).orElse(null),
                stages, line.map(this::informed).orElse(List.of()));
    }

    private static DecisionClass classOf(Optional<Delegation> line, Optional<Post> decider) {
        return line.map(Delegation::decisionClass)
                .orElseGet(() -> DecisionClass.ofRank(decider.map(Post::rank).orElse(Post.HEAD)));
    }

    private Optional<Post> deciderOf(Delegation line) {
        return line.deciderPost() == null ? alongTheLine(line.deciderRank()) : chart.post(line.deciderPost(), on);
    }

    /** Who agrees before: the whole line from a rank up to the decider, or the one rank that is named. */
    private Stream<Post> agreeing(Delegation line, Optional<Post> decider) {
        if (line.lineFromRank() == null) {
            return Optional.ofNullable(line.consentRank()).flatMap(this::alongTheLine).stream();
        }
        int above = decider.map(Post::rank).orElse(Post.HEAD);
        return chart.lineOf(section, on).stream()
                .flatMap(code -> chart.postsOf(code, on))
                .map(Post::rank)
                .filter(rank -> rank <= line.lineFromRank() && rank > above)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .flatMap(rank -> alongTheLine(rank).stream());
    }

    private List<List<RuleStop>> consulted(Delegation line, Set<String> asked) {
        var byStage = besides(line, Kind.CONSULT).collect(groupingBy(DelegationConsult::stage, TreeMap::new, toList()));
        return byStage.values().stream()
                .map(stage -> stage.stream().map(this::postOf).filter(post -> asked.add(post.code()))
                        .map(post -> new RuleStop(Kind.CONSULT, post)).toList())
                .filter(stage -> !stage.isEmpty())
                .toList();
    }

    private List<RuleStop> informed(Delegation line) {
        return besides(line, Kind.INFORM).map(one -> new RuleStop(Kind.INFORM, postOf(one))).toList();
    }

    private Stream<DelegationConsult> besides(Delegation line, Kind kind) {
        return chart.consults().stream()
                .filter(one -> one.isOf(line) && one.kind() == kind)
                .sorted(comparingInt(DelegationConsult::stage)
                        .thenComparing(one -> Objects.requireNonNullElse(one.post(), one.section())));
    }

    /** The post asked beside; one that was closed comes back without a holder, so that nobody overlooks it. */
    private PostView postOf(DelegationConsult one) {
        var post = one.post() != null
                ? chart.post(one.post(), on)
                : chart.postsOf(chart.present(one.section(), on), on).min(comparingInt(Post::rank).thenComparing(Post::code));
        var name = Objects.requireNonNullElse(one.post(), one.section());
        return post.map(found -> chart.view(found, on))
                .orElseGet(() -> new PostView(name, name, name, name, Post.HEAD, null, null));
    }

    private RuleStop stop(Kind kind, Post post) {
        return new RuleStop(kind, chart.view(post, on));
    }

    /** The lowest post of at least the rank, in the section or, where it has none, in the sections above it. */
    private Optional<Post> alongTheLine(int rank) {
        for (String code : chart.lineOf(section, on)) {
            var found = chart.postsOf(code, on).filter(post -> post.rank() == rank).min(comparing(Post::code));
            if (found.isPresent()) {
                return found;
            }
        }
        return chart.lineOf(section, on).stream()
                .flatMap(code -> chart.postsOf(code, on))
                .filter(post -> post.rank() < rank)
                .max(comparingInt(Post::rank))
                .or(() -> chart.head(on));
    }
}
