package jp.yakuba.resident;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.resident.api.EnterMoveIn;

/** A family that moves, and staff who receive it. */
public final class ResidentFixture {
    /** The day on which the family moved. */
    public static final LocalDate MOVED = LocalDate.of(2026, 11, 1);

    private ResidentFixture() {}

    /** A family of four of a surname that no other test uses; the father's account is the id given. */
    public static EnterMoveIn aFamilyOfFour(String surname, UUID cause, UUID account) {
        return new EnterMoveIn(cause, MOVED, "0820012", "北海道河西郡芽室町東二条", "二丁目14番地5", null,
                "東京都東大和市中央三丁目930番地", List.of(
                        member(surname + " 太郎", "ミホン タロウ", "1988-04-02", "1", "世帯主", account),
                        member(surname + " 花子", "ミホン ハナコ", "1990-07-15", "2", "妻", null),
                        member(surname + " 次郎", "ミホン ジロウ", "2021-01-20", "1", "子", null),
                        member(surname + " 一子", "ミホン カズコ", "2018-03-03", "2", "子", null)));
    }

    /** A mother who moves to her children, whose head she names. */
    public static EnterMoveIn aMotherWhoJoins(String surname, String head) {
        return new EnterMoveIn(UUID.randomUUID(), MOVED, "0820012", "北海道河西郡芽室町東二条", "二丁目14番地5", null,
                "東京都東大和市中央三丁目930番地", head,
                List.of(member(surname + " ハル", "ミホン ハル", "1959-05-05", "2", "母", null)));
    }

    /** A member of staff of the residents' section. */
    public static Actor clerk(String name) {
        return new Actor(Actor.Kind.STAFF, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name, "residents-clerk", "residents",
                Set.of("registrar"), Assurance.PASSWORD, "test");
    }

    private static EnterMoveIn.Member member(
            String name, String kana, String born, String sex, String relationship, UUID account) {
        return new EnterMoveIn.Member(name, kana, null, born(name, born), sex, relationship, "JPN", account);
    }

    /** Up to two years before that day, by surname: no family shares a day of birth with a protected one of another test, which would protect it too. */
    private static LocalDate born(String name, String latest) {
        return LocalDate.parse(latest).minusDays(Math.floorMod(name.split(" ")[0].hashCode(), 731));
    }
}
