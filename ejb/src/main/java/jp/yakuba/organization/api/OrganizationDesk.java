package jp.yakuba.organization.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.OfficeCalendar;

/** The organisation desk: the town, its sections, posts and staff, who may decide what, and when the office is open. */
@Local
public interface OrganizationDesk {
    /** The one municipality this deployment serves. */
    TownView town();

    /** Words that a town of this kind says otherwise than others; those of a 町 as long as no town is loaded. */
    TownWords townWords();

    /** The office's calendar with the real holidays. */
    OfficeCalendar calendar();

    /** Sections (課・係) that exist on the day, in the order of the office. */
    List<SectionView> listSections(LocalDate on);

    /** The section with the code on the day, if there is one. */
    Optional<SectionView> findSection(String code, LocalDate on);

    /**
     * The sections that have the duties of a section on the day, the main one first; itself while it exists. Whoever enters
     * something new for a section enters it for the first of them.
     */
    List<SectionView> successorsOf(String section, LocalDate on);

    /** Codes of the sections whose duties the section has taken over by the day, nearest first; what was theirs is its own now. */
    Set<String> ancestorsOf(String section, LocalDate on);

    /** The section whenever it exists or existed, as it was called then. */
    Optional<SectionView> findEverKnown(String section);

    /** The posts and those whose duties they have taken over by the day; what waits for those waits for them. */
    Set<String> withAncestorPosts(Collection<String> posts, LocalDate on);

    /** Posts that a member of staff holds on the day (兼務 gives several), main post first. */
    List<PostView> listPostsOf(UUID staffId, LocalDate on);

    /** Codes of the sections of a member of staff's posts on the day, of those below them, and of all they have taken over from. */
    Set<String> reachOf(UUID staffId, LocalDate on);

    /** Names of the {@link jp.yakuba.kernel.Role}s that the posts of a member of staff give on the day. */
    Set<String> listRolesOf(UUID staffId, LocalDate on);

    /** The member of staff with the main post on the day; empty if unknown or without a main post. */
    Optional<StaffView> findStaff(UUID staffId, LocalDate on);

    /** The member of staff with the staff number (職員番号). */
    Optional<StaffView> findStaffByNumber(String number, LocalDate on);

    /** Names of the {@link jp.yakuba.kernel.Role}s that a post carries on the day. */
    Set<String> rolesOf(String post, LocalDate on);

    /** Members of staff of a section on the day. */
    List<StaffView> listStaffOf(String section, LocalDate on);

    /**
     * The posts that must agree to a matter, in order, the last of them decides (専決 by the delegation table).
     *
     * @param matter code of the matter
     * @param amount yen, 0 if the matter has none
     * @param section code of the section that proposes
     */
    List<PostView> routeFor(String matter, long amount, String section, LocalDate on);

    /**
     * What the delegation table says about a matter: every stop in stages, and what the drafter and stand-ins may do.
     *
     * @param matter code of the matter
     * @param amount yen, 0 if the matter has none
     * @param section code of the section that proposes
     */
    DecisionRuleView decisionRule(String matter, long amount, String section, LocalDate on);

    /** The matters about which the delegation table says something on the day, by name. */
    List<MatterView> listMatters(LocalDate on);

    /** The posts that stand in for a post while its holder is away (代決順位), first the one that goes first. */
    List<PostView> standInsFor(String post, LocalDate on);

    /** The post with the code on the day, or the one that has its duties, and who holds it first; empty if there is none. */
    Optional<PostView> findPost(String code, LocalDate on);

    /** Everybody who holds the post on the day, whoever decides first (職務代理, 本務, 兼務). */
    List<StaffView> listHoldersOf(String post, LocalDate on);

    /** Posts that exist on the day and that nobody holds. */
    List<PostView> listVacantPosts(LocalDate on);

    /** The post next above in the line of the post's section; empty for the head of the town. */
    Optional<PostView> findPostAbove(String post, LocalDate on);

    /** Where reminders for a member of staff go; empty if no address is known. */
    Optional<String> findMailOf(UUID staffId);

    /** The value of a dated parameter (a rate, a limit, a period) that is in force on the day. */
    Optional<String> findSetting(String key, LocalDate on);
}
