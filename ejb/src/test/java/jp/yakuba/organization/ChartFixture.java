package jp.yakuba.organization;

import static jp.yakuba.organization.model.Appointment.Kind.ACTING;
import static jp.yakuba.organization.model.Appointment.Kind.CONCURRENT;
import static jp.yakuba.organization.model.Appointment.Kind.MAIN;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.organization.api.RuleStop;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.model.Appointment;
import jp.yakuba.organization.model.Chart;
import jp.yakuba.organization.model.Delegation;
import jp.yakuba.organization.model.DelegationConsult;
import jp.yakuba.organization.model.Post;
import jp.yakuba.organization.model.Section;
import jp.yakuba.organization.model.Span;
import jp.yakuba.organization.model.Staff;
import jp.yakuba.organization.model.Substitute;

/** A small town hall: a mayor, a residents' division with a subsection, a welfare division, and a reform in April. */
public final class ChartFixture {
    public static final LocalDate REFORM = LocalDate.of(2027, 4, 1);
    public static final UUID MAYOR = id("mayor");
    public static final UUID CHIEF = id("chief");
    public static final UUID CLERK = id("clerk");
    public static final UUID DEPUTY = id("deputy");

    private static final Span ALWAYS = Span.from(LocalDate.of(2020, 4, 1));
    private static final Span UNTIL_REFORM = new Span(LocalDate.of(2020, 4, 1), REFORM);

    private ChartFixture() {}

    /** The town hall with the mayor present. */
    public static Chart aSmallTownHall() {
        return townHall(List.of());
    }

    /** The same while the deputy acts for the chief. */
    public static Chart whileTheDeputyActsForTheChief() {
        return townHall(List.of(new Appointment(DEPUTY, "residents-chief", ACTING, ALWAYS)));
    }

    private static Chart townHall(List<Appointment> more) {
        var held = new ArrayList<>(List.of(
                new Appointment(MAYOR, "mayor", MAIN, ALWAYS),
                new Appointment(CHIEF, "residents-chief", MAIN, ALWAYS),
                new Appointment(CLERK, "ledger-clerk", MAIN, UNTIL_REFORM),
                new Appointment(CLERK, "welfare-clerk", CONCURRENT, ALWAYS),
                new Appointment(CLERK, "welfare-chief", MAIN, Span.from(REFORM)),
                new Appointment(DEPUTY, "ledger-head", MAIN, ALWAYS)));
        held.addAll(more);
        return new Chart(sections(), posts(), staff(), held, delegations(), consults(), substitutes());
    }

    private static List<Section> sections() {
        return List.of(
                section("residents", "住民税務課", "office", 20, ALWAYS),
                section("ledger", "戸籍住民係", "residents", 21, ALWAYS),
                section("welfare", "健康福祉課", "office", 30, ALWAYS),
                section("digital", "デジタル課", null, 10, Span.from(REFORM)),
                section("office", "役場", null, 1, ALWAYS));
    }

    private static List<Post> posts() {
        return List.of(
                new Post("mayor", "町長", "office", Post.HEAD, ALWAYS, Set.of("decider")),
                new Post("office-deputy", "副町長", "office", 20, ALWAYS, Set.of("decider")),
                new Post("treasurer", "会計管理者", "office", 40, ALWAYS, Set.of("decider")),
                new Post("residents-chief", "住民税務課長", "residents", 40, ALWAYS, Set.of("staff", "decider")),
                new Post("ledger-head", "戸籍住民係長", "ledger", 60, ALWAYS, Set.of("staff", "examiner")),
                new Post("ledger-clerk", "主事", "ledger", 70, ALWAYS, Set.of("staff", "examiner", "registrar")),
                new Post("welfare-chief", "健康福祉課長", "welfare", 40, ALWAYS, Set.of("staff", "decider")),
                new Post("welfare-clerk", "主事", "welfare", 70, ALWAYS, Set.of("staff", "examiner")));
    }

    private static List<Staff> staff() {
        return List.of(
                new Staff(MAYOR, "0001", "手島 旭", "てしま あさひ"),
                new Staff(CHIEF, "0101", "髙橋 恵", "たかはし めぐみ"),
                new Staff(CLERK, "0102", "山﨑 葵", "やまざき あおい"),
                new Staff(DEPUTY, "0103", "佐藤 蓮", "さとう れん"));
    }

    /** A line whose whole line of posts agrees and that asks others beside, without stand-ins. */
    private static final Delegation BOOK = new Delegation("plan", null, null, 10, ALWAYS)
            .withLineFrom(60).withoutProxy().withOpenRoute();

    private static List<DelegationConsult> consults() {
        return List.of(
                DelegationConsult.ofSection(BOOK, 1, RuleStop.Kind.CONSULT, "welfare"),
                DelegationConsult.ofPost(BOOK, 1, RuleStop.Kind.CONSULT, "treasurer"),
                DelegationConsult.ofPost(BOOK, 2, RuleStop.Kind.CONSULT, "residents-chief"),
                DelegationConsult.ofSection(BOOK, 1, RuleStop.Kind.INFORM, "digital"));
    }

    private static List<Substitute> substitutes() {
        return List.of(
                new Substitute("residents-chief", 1, "welfare-chief", new Span(LocalDate.of(2020, 4, 1), REFORM)),
                new Substitute("residents-chief", 1, "ledger-head", Span.from(REFORM)),
                new Substitute("residents-chief", 2, "welfare-chief", Span.from(REFORM)));
    }

    private static List<Delegation> delegations() {
        return List.of(
                BOOK,
                new Delegation("spending", 500_000L, null, 20, Span.from(LocalDate.of(2028, 4, 1))),
                new Delegation("certificate", null, null, 60, ALWAYS),
                new Delegation("child-allowance", null, 60, 40, ALWAYS),
                new Delegation("spending", 500_000L, null, 40, new Span(LocalDate.of(2020, 4, 1), LocalDate.of(2028, 4, 1))),
                new Delegation("spending", 50_000L, null, 60, ALWAYS));
    }

    private static Section section(String code, String name, String parent, int sort, Span span) {
        return new Section(new SectionView(code, name, code, name.substring(0, 1), parent, "0155-00-0000", null), span, sort);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
