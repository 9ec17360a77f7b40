package jp.yakuba.organization.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.ReorganisationFault;
import jp.yakuba.organization.api.ReorganisationView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.SuccessionTerms;
import jp.yakuba.organization.model.Chart;
import jp.yakuba.organization.model.Lineage;
import jp.yakuba.organization.model.Post;
import jp.yakuba.organization.model.PostSuccession;
import jp.yakuba.organization.model.ReorganisationPlan;
import jp.yakuba.organization.model.Section;
import jp.yakuba.organization.model.Span;
import jp.yakuba.organization.model.Succession;
import jp.yakuba.organization.store.ReorganisationStore;

/** The book of reorganisations: reads plans out of it as they were written down, and writes the plan of a day anew. */
@ApplicationScoped
public class PlanBook {
    @Inject
    private ReorganisationStore store;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** The lines of the plan of the day. */
    List<SuccessionTerms> lines(LocalDate day) {
        var described = new HashSet<String>();
        return ofDay(day).stream().map(Succession::step).map(step -> line(step, described)).toList();
    }

    private List<Succession> ofDay(LocalDate day) {
        return store.list().stream().filter(one -> one.step().day().equals(day)).toList();
    }

    private SuccessionTerms line(Lineage.Step step, Set<String> described) {
        var heir = store.findSection(step.to()).orElseThrow();
        var line = new SuccessionTerms(step.from(), step.to(), step.main(), null, null, null, null, null, null);
        if (!heir.span().validFrom().equals(step.day()) || !described.add(step.to())) {
            return line;
        }
        var view = heir.view();
        return new SuccessionTerms(step.from(), step.to(), step.main(), view.name(), view.english(), view.letter(), view.parent(),
                view.phone(), view.counter());
    }

    /** A fault of a line that was added, counted among the added ones; one of a line that stood before is the first's. */
    static ReorganisationFault movedUp(ReorganisationFault fault, int known) {
        return new ReorganisationFault(Math.max(1, fault.line() - known), fault.kind(), fault.value());
    }

    /** Writes the plan of the day in place of the one that was; false if something stands on what would go. */
    boolean write(ReorganisationPlan plan, LocalDate day) {
        var before = store.chart();
        store.forget(day);
        plan.opened().forEach(opened -> open(opened, day));
        store.write();
        plan.openedPosts().forEach(this::open);
        store.write();
        close(plan, day);
        enter(plan);
        return store.remove(gonePosts(before, plan, day), goneSections(before, plan, day));
    }

    private void open(ReorganisationPlan.Opened opened, LocalDate day) {
        store.findSection(opened.view().code()).ifPresentOrElse(
                known -> known.describe(opened.view(), opened.sort()),
                () -> store.add(new Section(opened.view(), Span.from(day), opened.sort())));
    }

    private void open(Post post) {
        store.findPost(post.code()).ifPresentOrElse(known -> known.describe(post), () -> store.add(post));
    }

    private void close(ReorganisationPlan plan, LocalDate day) {
        plan.sectionSteps().forEach(step -> store.findSection(step.from()).orElseThrow().holdUntil(day));
        plan.postSteps().forEach(step -> store.findPost(step.from()).orElseThrow().holdUntil(day));
    }

    private void enter(ReorganisationPlan plan) {
        var sections = plan.sectionSteps();
        var posts = plan.postSteps();
        IntStream.range(0, sections.size()).forEach(place -> store.add(
                Succession.of(sections.get(place), place, actor.get().name(), clock.now())));
        IntStream.range(0, posts.size()).forEach(place -> store.add(PostSuccession.of(posts.get(place), place)));
        store.write();
    }

    private static Set<String> goneSections(Chart before, ReorganisationPlan plan, LocalDate day) {
        var stays = plan.opened().stream().map(opened -> opened.view().code()).collect(toSet());
        return before.openedOn(day).stream().map(Section::code).filter(code -> !stays.contains(code)).collect(toSet());
    }

    private static Set<String> gonePosts(Chart before, ReorganisationPlan plan, LocalDate day) {
        var stays = plan.openedPosts().stream().map(Post::code).collect(toSet());
        return before.postsOpenedOn(day).stream().map(Post::code).filter(code -> !stays.contains(code)).collect(toSet());
    }

    /** Every plan, the latest day first. */
    List<ReorganisationView> list(LocalDate today) {
        var chart = store.chart();
        return store.list().stream().collect(groupingBy(one -> one.step().day(), LinkedHashMap::new, toList()))
                .entrySet().stream().map(plan -> view(chart, plan.getKey(), plan.getValue(), today)).toList();
    }

    private static ReorganisationView view(Chart chart, LocalDate day, List<Succession> steps, LocalDate today) {
        var last = steps.get(steps.size() - 1);
        var eve = day.minusDays(1);
        var sections = steps.stream().map(Succession::step).map(step -> new ReorganisationView.SectionStep(
                step.from(), name(chart, step.from()), step.to(), name(chart, step.to()),
                chart.openedOn(day).stream().anyMatch(opened -> opened.code().equals(step.to())), step.main())).toList();
        var posts = chart.postLine().on(day).stream().map(step -> new ReorganisationView.PostStep(
                step.from(), title(chart, step.from(), eve), step.to(), title(chart, step.to(), day))).toList();
        var heirs = sections.stream().map(ReorganisationView.SectionStep::successor).collect(toSet());
        return new ReorganisationView(day, !day.isAfter(today), last.enteredBy(), last.enteredAt(), sections, posts,
                chart.vacantPosts(day).stream().filter(post -> heirs.contains(post.section())).map(PlanBook::title).toList(),
                posts.stream().map(ReorganisationView.PostStep::successor).distinct()
                        .filter(post -> chart.holdersOf(post, day).size() > 1)
                        .map(post -> title(chart, post, day)).toList());
    }

    private static String name(Chart chart, String section) {
        return chart.everKnown(section).map(SectionView::name).orElse(section);
    }

    private static String title(Chart chart, String post, LocalDate on) {
        return chart.findPost(post, on).map(PlanBook::title).orElse(post);
    }

    private static String title(PostView post) {
        return post.sectionName() + " " + post.title();
    }
}
