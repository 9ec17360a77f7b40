package jp.yakuba.organization.model;

import java.util.Comparator;
import java.util.function.Function;
import jp.yakuba.organization.api.MatterView;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.yakuba.organization.api.DecisionRuleView;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.StaffView;

/**
 * The whole organisation on one sheet (組織図), past and future days included; every question names its day.
 *
 * @param sections all sections, whenever they exist
 * @param posts all posts
 * @param staff all members of staff
 * @param appointments who holds what, when
 * @param delegations the delegation table
 * @param consults whom its lines ask or tell beside
 * @param substitutes who stands in for whom, in order
 */
public record Chart(
        List<Section> sections,
        List<Post> posts,
        List<Staff> staff,
        List<Appointment> appointments,
        List<Delegation> delegations,
        List<DelegationConsult> consults,
        List<Substitute> substitutes) {

    public Chart {
        sections = List.copyOf(sections);
        posts = List.copyOf(posts);
        staff = List.copyOf(staff);
        appointments = List.copyOf(appointments);
        delegations = List.copyOf(delegations);
        consults = List.copyOf(consults);
        substitutes = List.copyOf(substitutes);
    }

    /** A chart whose table asks nobody beside, with the usual stand-ins. */
    public Chart(
            List<Section> sections, List<Post> posts, List<Staff> staff, List<Appointment> appointments,
            List<Delegation> delegations) {
        this(sections, posts, staff, appointments, delegations, List.of(), List.of());
    }

    /** Sections of the day in the order of the office. */
    public List<SectionView> sectionsOn(LocalDate on) {
        return sections.stream()
                .filter(section -> section.span().holdsOn(on))
                .sorted(comparingInt(Section::sort).thenComparing(Section::code))
                .map(Section::view)
                .toList();
    }

    /** The section with the code on the day. */
    public Optional<SectionView> section(String code, LocalDate on) {
        return sectionsOn(on).stream().filter(section -> section.code().equals(code)).findFirst();
    }

    /** Posts of one person on the day, main post first. */
    public List<PostView> postsOf(UUID staffId, LocalDate on) {
        return appointmentsOn(on)
                .filter(appointment -> appointment.staff().equals(staffId))
                .sorted(comparing(Appointment::kind).thenComparing(Appointment::post))
                .flatMap(held -> post(held.post(), on).map(post -> view(post, person(held.staff()))).stream())
                .toList();
    }

    /** Codes of the sections of the person's posts on the day, and of the sections below them. */
    public Set<String> reachOf(UUID staffId, LocalDate on) {
        var codes = new HashSet<>(postsOf(staffId, on).stream().map(PostView::section).toList());
        var all = sectionsOn(on);
        boolean grew = !codes.isEmpty();
        while (grew) {
            grew = codes.addAll(all.stream()
                    .filter(section -> section.parent() != null && codes.contains(section.parent()))
                    .map(SectionView::code)
                    .toList());
        }
        return codes;
    }

    /** Everybody with a post in the section on the day, the highest rank first. */
    public List<StaffView> staffOf(String sectionCode, LocalDate on) {
        var seats = posts.stream()
                .filter(post -> post.section().equals(sectionCode) && post.span().holdsOn(on))
                .sorted(comparingInt(Post::rank).thenComparing(Post::code))
                .toList();
        var seen = new HashSet<UUID>();
        return seats.stream()
                .flatMap(post -> holders(post, on).map(holder -> view(holder, post)))
                .filter(member -> seen.add(member.id()))
                .toList();
    }

    /** The person that fits, with the main post of the day. */
    public Optional<StaffView> staff(Predicate<Staff> wanted, LocalDate on) {
        return staff.stream().filter(wanted).findFirst().flatMap(member -> appointmentsOn(on)
                .filter(held -> held.staff().equals(member.id()) && held.kind() == Appointment.Kind.MAIN)
                .flatMap(held -> post(held.post(), on).stream())
                .map(post -> view(member, post))
                .findFirst());
    }

    /** Roles of the post on the day. */
    public Set<String> rolesOf(String postCode, LocalDate on) {
        return post(postCode, on).map(Post::roles).orElse(Set.of());
    }

    /** Roles of all posts of the person on the day. */
    public Set<String> rolesOf(UUID staffId, LocalDate on) {
        return postsOf(staffId, on).stream().flatMap(post -> rolesOf(post.code(), on).stream()).collect(toSet());
    }

    /** Who must agree, and last who decides; without a row of the table it is the head of the town. */
    public List<PostView> routeFor(String matter, long amount, String sectionCode, LocalDate on) {
        return ruleFor(matter, amount, sectionCode, on).posts();
    }

    /** The matters of the delegation table on the day, by name. */
    public List<MatterView> matters(LocalDate on) {
        return delegations.stream().filter(line -> line.span().holdsOn(on)).map(Delegation::about)
                .filter(distinctBy(MatterView::code)).sorted(Comparator.comparing(MatterView::name)).toList();
    }

    private static <T> Predicate<T> distinctBy(Function<T, String> key) {
        var seen = new HashSet<String>();
        return one -> seen.add(key.apply(one));
    }

    /** What the delegation table says; without a row the head of the town decides. */
    public DecisionRuleView ruleFor(String matter, long amount, String sectionCode, LocalDate on) {
        return new DecisionTable(this, sectionCode, on).ruleFor(matter, amount);
    }

    /** Who stands in for the post while its holder is away, in order. */
    public List<PostView> standInsFor(String postCode, LocalDate on) {
        return new StandIns(this, on).of(postCode).stream().map(post -> view(post, on)).toList();
    }

    /** The post on the day and who holds it first. */
    public Optional<PostView> findPost(String code, LocalDate on) {
        return post(code, on).map(post -> view(post, on));
    }

    /** Everybody who holds the post on the day, whoever goes first first. */
    public List<StaffView> holdersOf(String code, LocalDate on) {
        return post(code, on).stream().flatMap(post -> holders(post, on).map(holder -> view(holder, post))).toList();
    }

    /** Posts that nobody holds on the day. */
    public List<PostView> vacantPosts(LocalDate on) {
        var held = appointmentsOn(on).map(Appointment::post).collect(toSet());
        return posts.stream()
                .filter(post -> post.span().holdsOn(on) && !held.contains(post.code()))
                .map(post -> view(post, (Staff) null))
                .toList();
    }

    /** The lowest post above it in the line of its section. */
    public Optional<PostView> postAbove(String code, LocalDate on) {
        return post(code, on).flatMap(post -> lineOf(post.section()).stream()
                .flatMap(section -> postsOf(section, on))
                .filter(other -> other.rank() < post.rank())
                .max(comparingInt(Post::rank).thenComparing(comparing(Post::code).reversed()))
                .or(() -> head(on).filter(head -> head.rank() < post.rank())))
                .map(post -> view(post, on));
    }

    /** Where reminders for the member of staff go. */
    public Optional<String> mailOf(UUID staffId) {
        return staff.stream().filter(member -> member.id().equals(staffId)).findFirst().map(Staff::mail);
    }

    /** The section and those right below it, in the order of the office. */
    Stream<String> withThoseBelow(String sectionCode, LocalDate on) {
        return Stream.concat(Stream.of(sectionCode), sectionsOn(on).stream()
                .filter(section -> sectionCode.equals(section.parent()))
                .map(SectionView::code));
    }

    /** Posts of the section on the day. */
    Stream<Post> postsOf(String sectionCode, LocalDate on) {
        return posts.stream().filter(post -> post.section().equals(sectionCode) && post.span().holdsOn(on));
    }

    /** The post as others see it, with whoever holds it first. */
    PostView view(Post post, LocalDate on) {
        return view(post, holders(post, on).findFirst().orElse(null));
    }

    /** The section and those above it. */
    List<String> lineOf(String sectionCode) {
        var line = new ArrayList<String>();
        for (var code = sectionCode; code != null && !line.contains(code); code = parentOf(code)) {
            line.add(code);
        }
        return line;
    }

    private String parentOf(String code) {
        return sections.stream()
                .filter(section -> section.code().equals(code))
                .map(Section::parent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The head of the town. */
    Optional<Post> head(LocalDate on) {
        return posts.stream().filter(post -> post.rank() == Post.HEAD && post.span().holdsOn(on)).findFirst();
    }

    /** The post, if it exists on the day. */
    Optional<Post> post(String code, LocalDate on) {
        return posts.stream().filter(post -> post.code().equals(code) && post.span().holdsOn(on)).findFirst();
    }

    private Stream<Staff> holders(Post post, LocalDate on) {
        return appointmentsOn(on)
                .filter(held -> held.post().equals(post.code()))
                .sorted(comparingInt(Appointment::precedence))
                .map(held -> person(held.staff()));
    }

    private Stream<Appointment> appointmentsOn(LocalDate on) {
        return appointments.stream().filter(held -> held.span().holdsOn(on));
    }

    private Staff person(UUID id) {
        return staff.stream().filter(member -> member.id().equals(id)).findFirst().orElseThrow();
    }

    private PostView view(Post post, Staff holder) {
        var name = sections.stream()
                .filter(section -> section.code().equals(post.section()))
                .map(Section::name)
                .findFirst()
                .orElse("");
        return new PostView(post.code(), post.title(), post.section(), name, post.rank(),
                holder == null ? null : holder.id(), holder == null ? null : holder.name());
    }

    private static StaffView view(Staff member, Post post) {
        return new StaffView(member.id(), member.number(), member.name(), member.kana(), post.code(), post.section());
    }
}
