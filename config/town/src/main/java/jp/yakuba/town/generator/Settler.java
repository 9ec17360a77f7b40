package jp.yakuba.town.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import jp.yakuba.town.TownFolder;
import jp.yakuba.town.generator.NameBook.FullName;
import jp.yakuba.town.generator.NameBook.Word;

/** Gives a household's members their names, days of birth, nationality, and the days on which they came. */
final class Settler {
    private static final String JAPAN = "JPN";
    private static final int DAYS_OF_A_YEAR = 365;

    private final NameBook names;
    private final Dwellings dwellings;
    private final SplittableRandom random;
    private final LocalDate asOf;
    private final double foreign;

    Settler(NameBook names, Dwellings dwellings, TownFolder folder, SplittableRandom random) {
        this.names = names;
        this.dwellings = dwellings;
        this.random = random;
        this.asOf = folder.asOf();
        this.foreign = folder.decimal("foreign_percent") / 100;
    }

    /** The members as they stand in the ledger; the household formed on the day the head joined. */
    List<Settled> settle(List<Member> members, Supplier<UUID> ids) {
        var head = members.get(0);
        var nationality = isForeign(head) ? names.nationality() : JAPAN;
        var foreigners = !JAPAN.equals(nationality);
        var surnames = new Word[] {surname(nationality), surname(nationality)};
        var longHere = !foreigners && random.nextDouble() < 0.35;
        var formed = asOf.minusDays(1L + random.nextInt(Math.max(400, (head.age() - 20) * DAYS_OF_A_YEAR / (foreigners ? 4 : 1))));
        var before = longHere && random.nextDouble() < 0.4 ? dwellings.find(0.2) : null;
        var settled = new ArrayList<Settled>(members.size());
        for (var member : members) {
            var birth = birthOf(member);
            var became = longHere || birth.isAfter(formed) ? birth : formed;
            var joined = became.isAfter(formed) ? became : formed;
            settled.add(new Settled(ids.get(), member, name(member, nationality, surnames, birth), birth, nationality,
                    became, joined, became.isBefore(joined) ? before : null));
        }
        return settled;
    }

    private Word surname(String nationality) {
        return JAPAN.equals(nationality) ? names.surname() : names.foreignSurname(nationality);
    }

    private FullName name(Member member, String nationality, Word[] surnames, LocalDate birth) {
        return JAPAN.equals(nationality)
                ? names.japanese(surnames[member.line()], member.male(), birth.getYear())
                : names.foreigner(nationality, surnames[member.line()], member.male());
    }

    private LocalDate birthOf(Member member) {
        return asOf.minusYears(member.age()).minusDays(random.nextInt(DAYS_OF_A_YEAR));
    }

    private boolean isForeign(Member head) {
        var likelihood = head.age() < 20 || head.age() > 60 ? 0.2 : head.age() < 40 ? 2.6 : 1.2;
        return random.nextDouble() < foreign * likelihood;
    }
}
