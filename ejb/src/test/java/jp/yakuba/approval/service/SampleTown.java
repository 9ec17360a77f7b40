package jp.yakuba.approval.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.model.Appointment;
import jp.yakuba.organization.model.Chart;
import jp.yakuba.organization.model.Delegation;
import jp.yakuba.organization.model.Post;
import jp.yakuba.organization.model.Section;
import jp.yakuba.organization.model.Span;
import jp.yakuba.organization.model.Staff;
import jp.yakuba.organization.service.ChartRoom;
import jp.yakuba.organization.service.OrganizationDeskBean;

/** The organisation of a sample town as its tables tell it, without a database; posts may be left empty. */
final class SampleTown extends ChartRoom {
    private final String code;
    private final List<String> vacant;
    private final Chart chart;

    private SampleTown(String code, List<String> vacant) {
        this.code = code;
        this.vacant = vacant;
        this.chart = new Chart(sections(), posts(), staff(), appointments(), delegations(), List.of(), List.of());
    }

    static SampleTown of(String code) {
        return new SampleTown(code, List.of());
    }

    /** The town while nobody holds these posts. */
    static SampleTown whileNobodyHolds(String code, String... posts) {
        return new SampleTown(code, List.of(posts));
    }

    @Override
    public Chart chart() {
        return chart;
    }

    OrganizationDeskBean desk() {
        return new OrganizationDeskBean(this);
    }

    UUID holderOf(String post) {
        return chart.appointments().stream().filter(held -> held.post().equals(post)).findFirst().orElseThrow().staff();
    }

    private List<Section> sections() {
        return rows("sections").stream().map(row -> new Section(
                new SectionView(row[0], row[1], row[2], row[3], empty(row[4]), row[5], row[6]), span(row[7], row[8]),
                Integer.parseInt(row[9]))).toList();
    }

    private List<Post> posts() {
        var roles = rows("post-roles").stream()
                .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toSet())));
        return rows("posts").stream().map(row -> new Post(
                row[0], row[1], row[2], Integer.parseInt(row[3]), span(row[4], row[5]),
                roles.getOrDefault(row[0], Set.of()))).toList();
    }

    private List<Staff> staff() {
        return rows("staff").stream().map(row -> new Staff(id(row[0]), row[0], row[1], row[2])).toList();
    }

    private List<Appointment> appointments() {
        var held = new ArrayList<Appointment>();
        for (var row : rows("appointments")) {
            if (!vacant.contains(row[1])) {
                held.add(new Appointment(id(row[0]), row[1], Appointment.Kind.valueOf(row[2]), span(row[3], row[4])));
            }
        }
        return held;
    }

    private List<Delegation> delegations() {
        return rows("delegations").stream().map(row -> new Delegation(
                row[0], number(row[2]), number(row[3]) == null ? null : number(row[3]).intValue(),
                number(row[4]).intValue(), span(row[6], row[7]))).toList();
    }

    private List<String[]> rows(String table) {
        try (var in = SampleTown.class.getResourceAsStream("/town/" + code + "/" + table + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Span span(String from, String until) {
        return new Span(LocalDate.parse(from), until.isEmpty() ? null : LocalDate.parse(until));
    }

    private static Long number(String typed) {
        return typed.isEmpty() ? null : Long.valueOf(typed);
    }

    private static String empty(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static UUID id(String number) {
        return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
    }
}
