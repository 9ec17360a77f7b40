package jp.yakuba.organization.model;

import java.util.Collection;
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
 * @param sectionLine which section has taken over from which
 * @param postLine which post has taken over from which
 */
public record Chart(
        List<Section> sections,
        List<Post> posts,
        List<Staff> staff,
        List<Appointment> appointments,
        List<Delegation> delegations,
        List<DelegationConsult> consults,
        List<Substitute> substitutes,
        Lineage sectionLine,
        Lineage postLine) {

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

    /** A chart in which nothing was reorganised. */
    public Chart(
            List<Section> sections, List<Post> posts, List<Staff> staff, List<Appointment> appointments,
            List<Delegation> delegations, List<DelegationConsult> consults, List<Substitute> substitutes) {
        this(sections, posts, staff, appointments, delegations, consults, substitutes, Lineage.NONE, Lineage.NONE);
    }

    /** Sections of the day in the order of the office. */
    public List<SectionView> sectionsOn(LocalDate on) {
        return sections.stream()
                .filter(section -> section.span().holdsOn(on))
                .sorted(comparingInt(Section::sort).thenComparing(Section::code))
                .map(section -> section.under(parentOn(section, on)))
                .toList();
    }

    /** Where it hangs on the day: a section goes along with whoever took over from the one above it. */
    private String parentOn(Section section, LocalDate on) {
        return section.parent() == null ? null : sectionLine.successorOf(section.parent(), on);
    }

    /** The sections that have its duties on the day, the main one first; itself while it exists. */
    public List<SectionView> successorsOf(String code, LocalDate on) {
        var open = sectionsOn(on);
        return sectionLine.successorsOf(code, on).stream()
                .flatMap(heir -> open.stream().filter(section -> section.code().equals(heir)))
                .toList();
    }

    /** Codes of the sections whose duties it has taken over by the day, nearest first. */
    public Set<String> ancestorsOf(String code, LocalDate on) {
        return sectionLine.ancestorsOf(code, on);
    }

    /** The posts and those whose duties they have taken over. */
    public Set<String> withAncestorPosts(Collection<String> codes, LocalDate on) {
        var all = new HashSet<String>();
        codes.forEach(code -> all.addAll(postLine.withAncestors(code, on)));
        return all;
    }

    /** The chart as it would be if nothing was reorganised on the day. */
    Chart asIfNothingHappenedOn(LocalDate day) {
        var opened = openedOn(day);
        var openedPosts = postsOpenedOn(day);
        var ended = sectionLine.on(day).stream().map(Lineage.Step::from).collect(toSet());
        var endedPosts = postLine.on(day).stream().map(Lineage.Step::from).collect(toSet());
        return new Chart(
                sections.stream().filter(section -> !opened.contains(section))
                        .map(section -> ended.contains(section.code()) ? section.withoutEnd() : section).toList(),
                posts.stream().filter(post -> !openedPosts.contains(post))
                        .map(post -> endedPosts.contains(post.code()) ? post.withoutEnd() : post).toList(),
                staff, appointments, delegations, consults, substitutes, sectionLine.without(day), postLine.without(day));
    }

    /** Sections that a reorganisation opens on the day. */
    public List<Section> openedOn(LocalDate day) {
        var heirs = sectionLine.on(day).stream().map(Lineage.Step::to).collect(toSet());
        return sections.stream()
                .filter(section -> heirs.contains(section.code()) && section.span().validFrom().equals(day))
                .toList();
    }

    /** Posts that a reorganisation opens on the day: all those of sections it opens, and those that go along into others. */
    public List<Post> postsOpenedOn(LocalDate day) {
        var heirs = postLine.on(day).stream().map(Lineage.Step::to).collect(toSet());
        var opened = openedOn(day).stream().map(Section::code).collect(toSet());
        return posts.stream()
                .filter(post -> post.span().validFrom().equals(day))
                .filter(post -> heirs.contains(post.code()) || opened.contains(post.section()))
                .toList();
    }

    /** Section and title of a post, whenever it exists or existed; its code if there never was one. */
    public String titleOf(String postCode) {
        return posts.stream().filter(post -> post.code().equals(postCode)).findFirst()
                .map(post -> everKnown(post.section()).map(SectionView::name).orElse(post.section()) + " " + post.title())
                .orElse(postCode);
    }

    /** Posts of a section on the day as others see them, the highest first. */
    public Stream<PostView> postViewsOf(String sectionCode, LocalDate on) {
        return postsOf(sectionCode, on).sorted(comparingInt(Post::rank).thenComparing(Post::code)).map(post -> view(post, on));
    }

    /** The section, whenever it exists or existed. */
    public Optional<SectionView> everKnown(String code) {
        return sections.stream().filter(section -> section.code().equals(code)).findFirst().map(Section::view);
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
                .flatMap(held -> post(held.post(), on).stream())
                .distinct()
                .map(post -> view(post, person(staffId)))
                .toList();
    }

    /** Codes of the sections of the person's posts on the day, of those below them, and of all that they have taken over from. */
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
        List.copyOf(codes).forEach(code -> codes.addAll(sectionLine.ancestorsOf(code, on)));
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

    /** Roles of the post on the day, those of posts whose duties it has taken over included. */
    public Set<String> rolesOf(String postCode, LocalDate on) {
        return post(postCode, on).stream()
                .flatMap(post -> postLine.withAncestors(post.code(), on).stream())
                .flatMap(code -> posts.stream().filter(post -> post.code().equals(code)))
                .flatMap(post -> post.roles().stream())
                .collect(toSet());
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
        var held = appointmentsOn(on).map(one -> postLine.successorOf(one.post(), on)).collect(toSet());
        return posts.stream()
                .filter(post -> post.span().holdsOn(on) && !held.contains(post.code()))
                .map(post -> view(post, (Staff) null))
                .toList();
    }

    /** The lowest post above it in the line of its section. */
    public Optional<PostView> postAbove(String code, LocalDate on) {
        return post(code, on).flatMap(post -> lineOf(post.section(), on).stream()
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

    /** The section that has its duties on the day, and those above it. */
    List<String> lineOf(String sectionCode, LocalDate on) {
        var line = new ArrayList<String>();
        for (var code = present(sectionCode, on); code != null && !line.contains(code); code = parentOf(code, on)) {
            line.add(code);
        }
        return line;
    }

    /** Code of the section that mainly has its duties on the day. */
    String present(String sectionCode, LocalDate on) {
        return sectionLine.successorOf(sectionCode, on);
    }

    private String parentOf(String code, LocalDate on) {
        return sections.stream()
                .filter(section -> section.code().equals(code))
                .findFirst()
                .map(section -> parentOn(section, on))
                .orElse(null);
    }

    /** The head of the town. */
    Optional<Post> head(LocalDate on) {
        return posts.stream().filter(post -> post.rank() == Post.HEAD && post.span().holdsOn(on)).findFirst();
    }

    /** The post, or the one that has taken over its duties by the day. */
    Optional<Post> post(String code, LocalDate on) {
        var present = postLine.successorOf(code, on);
        return posts.stream().filter(post -> post.code().equals(present) && post.span().holdsOn(on)).findFirst();
    }

    /** Whoever was appointed to the post, then whoever came along from a post whose duties it has taken over. */
    private Stream<Staff> holders(Post post, LocalDate on) {
        var line = List.copyOf(postLine.withAncestors(post.code(), on));
        return appointmentsOn(on)
                .filter(held -> line.contains(held.post()))
                .sorted(comparing((Appointment held) -> held.kind() != Appointment.Kind.ACTING)
                        .thenComparing(held -> !held.post().equals(post.code()))
                        .thenComparing(Appointment::precedence)
                        .thenComparing(held -> line.indexOf(held.post())))
                .map(held -> person(held.staff()))
                .distinct();
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
