package jp.yakuba.web.shell;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.TownView;

/** The town and its sections as page frames show them, kept for a minute. */
@Named
@ApplicationScoped
public class Town {
    private static final Pattern FLOOR = Pattern.compile("(\\d+)F");
    private static final long A_MINUTE = 60_000_000_000L;
    private static final long A_SECOND = 1_000_000_000L;

    @Inject
    private OrganizationDesk desk;

    @Inject
    private OfficeClock clock;

    @Inject
    private Preferences preferences;

    @Inject
    private Messages messages;

    @Inject
    private ClockDesk wall;

    private volatile Kept kept;
    private volatile Moved moved = new Moved(Long.MIN_VALUE, false);

    /** The town. */
    public TownView getView() {
        return kept().town();
    }

    /** Name of the town in the reader's language. */
    public String getName() {
        var town = getView();
        return preferences.language() == Language.ENGLISH && town.roman() != null ? town.roman() : town.name();
    }

    /** Name of the prefecture, which the name in Latin letters does without. */
    public String getPrefecture() {
        return preferences.language() == Language.ENGLISH && getView().roman() != null ? "" : getView().prefecture();
    }

    /** What day it is in an office whose clock was moved, as only a sample town's can be; null where the clock is right. */
    public LocalDate getMovedTo() {
        return getView().sample() && isMoved() ? clock.today() : null;
    }

    /** Asked anew after a second; while the database is away the last answer holds, for this stands on error pages too. */
    private boolean isMoved() {
        var known = moved;
        if (known.at() == Long.MIN_VALUE || System.nanoTime() - known.at() > A_SECOND) {
            try {
                moved = new Moved(System.nanoTime(), wall.current().isShifted());
            } catch (EJBException away) {
                moved = new Moved(System.nanoTime(), known.moved());
            }
        }
        return moved.moved();
    }

    public String getPhone() {
        return getView().phone();
    }

    public String getAddress() {
        return getView().address();
    }

    /** Sections that exist today, in the order of the office. */
    public List<SectionView> getSections() {
        return kept().sections();
    }

    /** Name of the section in the reader's language, as it was called if it is no more; the code if there never was one. */
    public String sectionName(String code) {
        var section = code == null ? null : kept().byCode().get(code);
        return section != null ? inWords(section) : code == null ? null
                : desk.findEverKnown(code).map(gone -> messages.of("shell.section.former", inWords(gone))).orElse(code);
    }

    /** Codes of the sections of today and, behind each, of those it has taken over from. */
    public List<String> getSectionCodes() {
        return kept().sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.code()), desk.ancestorsOf(section.code(), clock.today()).stream()))
                .distinct()
                .toList();
    }

    /** The name of a section, as a desk tells it, in the reader's language. */
    public String sectionNamed(String name) {
        return getSections().stream().filter(section -> section.name().equals(name)).findFirst().map(this::inWords).orElse(name);
    }

    private String inWords(SectionView section) {
        if (preferences.language() == Language.ENGLISH && section.english() != null) {
            return section.english();
        }
        return preferences.isRead() ? Furigana.over(section.name()) : section.name();
    }

    /** Where the section receives people, in words: its counter, or the floor if it has none; null if neither is known. */
    public String placeOf(SectionView section) {
        if (section.counter() == null || section.counter().isBlank()) {
            return null;
        }
        var floor = FLOOR.matcher(section.counter());
        return floor.matches() ? messages.of("portal.floor", floor.group(1)) : messages.of("portal.counter", section.counter());
    }

    /** The section, the one that has its affairs today if it is no more, or null. */
    public SectionView section(String code) {
        var section = code == null ? null : kept().byCode().get(code);
        return section != null || code == null ? section : desk.successorsOf(code, clock.today()).stream().findFirst().orElse(null);
    }

    private Kept kept() {
        var now = System.nanoTime();
        var current = kept;
        if (current == null || now - current.at() > A_MINUTE) {
            var sections = desk.listSections(clock.today());
            current = new Kept(now, desk.town(), sections,
                    sections.stream().collect(Collectors.toMap(SectionView::code, Function.identity())));
            kept = current;
        }
        return current;
    }

    private record Moved(long at, boolean moved) {}

    private record Kept(long at, TownView town, List<SectionView> sections, Map<String, SectionView> byCode) {}
}
