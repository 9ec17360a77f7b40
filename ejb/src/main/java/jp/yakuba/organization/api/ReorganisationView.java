package jp.yakuba.organization.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A reorganisation as the personnel section sees it.
 *
 * @param day the first day of the new order
 * @param begun true once the day has come
 * @param enteredBy who wrote it down last
 * @param enteredAt when
 * @param sections which section follows which
 * @param posts which post follows which
 * @param vacant posts of new sections that nobody holds on the day
 * @param doubled posts that several hold on the day, because two sections bring one each
 */
public record ReorganisationView(
        LocalDate day, boolean begun, String enteredBy, Instant enteredAt, List<SectionStep> sections, List<PostStep> posts,
        List<String> vacant, List<String> doubled) {
    public ReorganisationView {
        sections = List.copyOf(sections);
        posts = List.copyOf(posts);
        vacant = List.copyOf(vacant);
        doubled = List.copyOf(doubled);
    }

    /** A section that ends and one that follows; {@code opens} if that one is new on the day. */
    public record SectionStep(String section, String name, String successor, String successorName, boolean opens, boolean main) {}

    /** A post that ends and the one that has its duties, each with its section. */
    public record PostStep(String post, String name, String successor, String successorName) {}
}
