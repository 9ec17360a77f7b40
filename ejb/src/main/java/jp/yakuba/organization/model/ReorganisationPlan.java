package jp.yakuba.organization.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.yakuba.organization.api.ReorganisationFault;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.SuccessionTerms;

/**
 * A reorganisation worked out on the chart as it would be without it: which sections end, which open, and which post has whose
 * duties. The head of a section goes to the head of the one that takes over, if there is one; every other post goes along as
 * it is, under a new code. A part that is split off begins with the same posts, held by nobody.
 */
public final class ReorganisationPlan {
    private final Chart before;
    private final LocalDate day;
    private final List<SuccessionTerms> lines;
    private final List<Post> openedPosts = new ArrayList<>();
    private final List<Lineage.Step> postSteps = new ArrayList<>();

    /** The lines on the chart; what the chart holds of an earlier plan for the same day is left aside. */
    public ReorganisationPlan(Chart chart, LocalDate day, List<SuccessionTerms> lines) {
        this.before = chart.asIfNothingHappenedOn(day);
        this.day = day;
        this.lines = List.copyOf(lines);
    }

    /**
     * A section that the plan opens.
     *
     * @param view what it is
     * @param sort its place in the order of the office
     */
    public record Opened(SectionView view, int sort) {}

    /** What is wrong with the lines, which are counted from 1. */
    public List<ReorganisationFault> faults() {
        return new ReorganisationCheck(before, day, lines).faults();
    }

    /** Which section follows which. */
    public List<Lineage.Step> sectionSteps() {
        return lines.stream().map(line -> new Lineage.Step(line.section(), line.successor(), day, isMain(line))).toList();
    }

    /** The sections that open, those above before those below. */
    public List<Opened> opened() {
        return lines.stream()
                .filter(line -> line.describes())
                .filter(line -> find(line.successor()).isEmpty())
                .filter(line -> describing(line.successor()) == line)
                .map(this::open)
                .toList();
    }

    private Opened open(SuccessionTerms line) {
        var ended = find(line.section()).orElseThrow();
        var was = ended.view();
        return new Opened(
                new SectionView(
                        line.successor(), line.name(), line.english(), line.letter(), or(line.parent(), was.parent()),
                        or(line.phone(), was.phone()), or(line.counter(), was.counter())),
                ended.sort());
    }

    private static String or(String said, String otherwise) {
        return said == null ? otherwise : said;
    }

    private SuccessionTerms describing(String successor) {
        return lines.stream().filter(line -> successor.equals(line.successor()) && line.describes()).findFirst().orElseThrow();
    }

    /** Works out the posts: those that open, and which has whose duties. */
    public ReorganisationPlan withPosts() {
        openedPosts.clear();
        postSteps.clear();
        lines.forEach(this::goAlong);
        return this;
    }

    private void goAlong(SuccessionTerms line) {
        var posts = before.postsOf(line.section(), day.minusDays(1))
                .sorted(comparingInt(Post::rank).thenComparing(Post::code))
                .toList();
        for (var post : posts) {
            if (isMain(line)) {
                var heir = headFor(line, post, posts).orElseGet(() -> copy(line, post));
                postSteps.add(new Lineage.Step(post.code(), heir.code(), day, true));
            } else if (find(line.successor()).isEmpty()) {
                copy(line, post);
            }
        }
    }

    private Optional<Post> headFor(SuccessionTerms line, Post post, List<Post> colleagues) {
        boolean isHead = colleagues.stream().filter(other -> other.rank() <= post.rank()).count() == 1;
        return Optional.of(line.successor()).filter(heir -> isHead)
                .flatMap(heir -> Stream.concat(before.postsOf(heir, day), openedPosts.stream().filter(one -> one.section().equals(heir)))
                        .min(comparingInt(Post::rank).thenComparing(comparing(Post::code))))
                .filter(head -> head.rank() <= post.rank());
    }

    private Post copy(SuccessionTerms line, Post post) {
        var copied = new Post(
                codeFor(line, post.code()), post.title(), line.successor(), post.rank(), Span.from(day), Set.of());
        openedPosts.add(copied);
        return copied;
    }

    /** The same ending behind the code of the new section; a number makes it single. */
    private String codeFor(SuccessionTerms line, String code) {
        var ending = code.startsWith(line.section() + "-") ? code.substring(line.section().length()) : "-" + code;
        var wanted = line.successor() + ending;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? wanted : wanted + "-" + number)
                .filter(candidate -> Stream.concat(before.posts().stream(), openedPosts.stream())
                        .noneMatch(post -> post.code().equals(candidate)))
                .findFirst()
                .orElseThrow();
    }

    /** Posts that open on the day. */
    public List<Post> openedPosts() {
        return List.copyOf(openedPosts);
    }

    /** Which post has whose duties. */
    public List<Lineage.Step> postSteps() {
        return List.copyOf(postSteps);
    }

    /** Names of the sections that end. */
    public List<String> endedNames() {
        return lines.stream().map(SuccessionTerms::section).distinct().flatMap(code -> find(code).stream()).map(Section::name).toList();
    }

    /** Heirs that are the main one, or the only one. */
    private boolean isMain(SuccessionTerms line) {
        return line.main() || lines.stream().filter(other -> line.section().equals(other.section())).count() == 1;
    }

    private Optional<Section> find(String code) {
        return before.sections().stream().filter(section -> section.code().equals(code)).findFirst();
    }
}
