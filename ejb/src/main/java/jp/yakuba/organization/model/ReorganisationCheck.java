package jp.yakuba.organization.model;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.organization.api.ReorganisationFault;
import jp.yakuba.organization.api.ReorganisationFault.Kind;
import jp.yakuba.organization.api.SuccessionTerms;

/** Says what is wrong with the lines of a reorganisation, on the chart as it would be without it. */
record ReorganisationCheck(Chart before, LocalDate day, List<SuccessionTerms> lines) {
    private static final int LONGEST = 60;
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";

    List<ReorganisationFault> faults() {
        return IntStream.range(0, lines.size()).boxed().flatMap(this::faultsAt).toList();
    }

    private Stream<ReorganisationFault> faultsAt(int at) {
        var line = lines.get(at);
        var ended = endedFault(line);
        var heir = heirFault(line);
        return Stream.of(
                        ended.map(kind -> fault(at, kind, line.section())),
                        heir.map(kind -> fault(at, kind, kind == Kind.HEAD_LEFT ? posts(line) : line.successor())),
                        heir.isPresent() ? Optional.<ReorganisationFault>empty() : described(at, line),
                        twice(at, line), mainUnclear(at, line))
                .flatMap(Optional::stream);
    }

    private static ReorganisationFault fault(int at, Kind kind, String value) {
        return new ReorganisationFault(at + 1, kind, Objects.toString(value, ""));
    }

    private Optional<Kind> endedFault(SuccessionTerms line) {
        var found = find(line.section()).filter(section -> section.span().holdsOn(day.minusDays(1)));
        if (found.isEmpty()) {
            boolean endsBefore = find(line.section()).map(section -> section.span().validUntil()).isPresent();
            return Optional.of(endsBefore ? Kind.SECTION_ENDS_ALREADY : Kind.SECTION_UNKNOWN);
        }
        if (found.get().parent() == null) {
            return Optional.of(Kind.SECTION_IS_TOP);
        }
        return Optional.of(Kind.SECTION_ENDS_ALREADY).filter(kind -> found.get().span().validUntil() != null);
    }

    private Optional<Kind> heirFault(SuccessionTerms line) {
        var heir = line.successor();
        if (heir == null) {
            return Optional.of(Kind.HEAD_LEFT);
        }
        if (!heir.matches(CODE)) {
            return Optional.of(Kind.SUCCESSOR_UNREADABLE);
        }
        if (lines.stream().anyMatch(other -> heir.equals(other.section()))) {
            return Optional.of(Kind.SUCCESSOR_ENDS);
        }
        var known = find(heir);
        if (known.isEmpty()) {
            return describing(heir).isPresent() ? Optional.empty() : Optional.of(Kind.SUCCESSOR_UNKNOWN);
        }
        if (known.get().span().holdsOn(day)) {
            return Optional.empty();
        }
        return Optional.of(line.describes() ? Kind.CODE_USED : Kind.SUCCESSOR_ENDS);
    }

    private Optional<ReorganisationFault> described(int at, SuccessionTerms line) {
        if (!line.describes()) {
            return Optional.empty();
        }
        boolean otherwise = find(line.successor()).isPresent() || !sameSection(describing(line.successor()).orElseThrow(), line);
        return otherwise ? Optional.of(fault(at, Kind.DESCRIBED_OTHERWISE, line.name())) : missing(at, line);
    }

    private static boolean sameSection(SuccessionTerms one, SuccessionTerms other) {
        return one.name().equals(other.name()) && Objects.equals(one.letter(), other.letter())
                && Objects.equals(one.english(), other.english()) && Objects.equals(one.parent(), other.parent());
    }

    private Optional<ReorganisationFault> missing(int at, SuccessionTerms line) {
        if (Stream.of(line.name(), line.english(), line.letter(), line.phone(), line.counter()).anyMatch(ReorganisationCheck::isUnreadable)) {
            return Optional.of(fault(at, Kind.NAME_UNREADABLE, line.successor()));
        }
        if (line.english() == null) {
            return Optional.of(fault(at, Kind.ENGLISH_MISSING, line.name()));
        }
        if (line.letter() == null) {
            return Optional.of(fault(at, Kind.LETTER_MISSING, line.name()));
        }
        if (isLetterTaken(line)) {
            return Optional.of(fault(at, Kind.LETTER_TAKEN, line.letter()));
        }
        return line.parent() == null || standsAbove(line.parent(), at)
                ? Optional.empty()
                : Optional.of(fault(at, Kind.PARENT_UNKNOWN, line.parent()));
    }

    private static boolean isUnreadable(String text) {
        return text != null && (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl));
    }

    private boolean isLetterTaken(SuccessionTerms line) {
        return Stream.concat(
                        before.sectionsOn(day).stream()
                                .filter(section -> !isEnding(section.code()))
                                .map(section -> section.letter()),
                        lines.stream().filter(other -> other.describes() && !line.successor().equals(other.successor()))
                                .map(SuccessionTerms::letter))
                .anyMatch(line.letter()::equals);
    }

    /** One that goes on, one that ends and takes those below along, or one that a line before opens. */
    private boolean standsAbove(String parent, int at) {
        return find(parent).filter(section -> section.span().holdsOn(day)).isPresent()
                || lines.subList(0, at).stream().anyMatch(other -> parent.equals(other.successor()) && other.describes());
    }

    private boolean isEnding(String code) {
        return lines.stream().anyMatch(line -> code.equals(line.section()));
    }

    private Optional<ReorganisationFault> twice(int at, SuccessionTerms line) {
        boolean again = lines.subList(0, at).stream().anyMatch(other -> Objects.equals(other.section(), line.section())
                && Objects.equals(other.successor(), line.successor()));
        return again ? Optional.of(fault(at, Kind.TWICE, line.successor())) : Optional.empty();
    }

    /** Told at the first line of the section. */
    private Optional<ReorganisationFault> mainUnclear(int at, SuccessionTerms line) {
        var same = lines.stream().filter(other -> Objects.equals(other.section(), line.section())).toList();
        boolean first = lines.subList(0, at).stream().noneMatch(other -> Objects.equals(other.section(), line.section()));
        boolean clear = same.size() == 1 || same.stream().filter(SuccessionTerms::main).count() == 1;
        return first && !clear ? Optional.of(fault(at, Kind.MAIN_UNCLEAR, line.section())) : Optional.empty();
    }

    private String posts(SuccessionTerms line) {
        return before.postsOf(line.section() == null ? "" : line.section(), day.minusDays(1)).map(Post::title).distinct().collect(joining("、"));
    }

    private Optional<SuccessionTerms> describing(String successor) {
        return lines.stream().filter(line -> successor.equals(line.successor()) && line.describes()).findFirst();
    }

    private Optional<Section> find(String code) {
        return before.sections().stream().filter(section -> section.code().equals(code)).findFirst();
    }
}
