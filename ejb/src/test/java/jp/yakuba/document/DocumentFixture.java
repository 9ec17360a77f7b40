package jp.yakuba.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.LetterChannel;
import jp.yakuba.document.api.Medium;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;

/** Letters, files of the plan and members of staff of the sample town for tests. */
public final class DocumentFixture {
    private DocumentFixture() {}

    /** A member of staff of the sample town 芽室町 by staff number, acting through a post. */
    public static Actor staff(String number, String name, String post, String section, String... roles) {
        return new Actor(Actor.Kind.STAFF, idOf(number), name, post, section, Set.of(roles), Assurance.NONE, "test");
    }

    /** The id under which the sample town keeps the staff number. */
    public static UUID idOf(String number) {
        return UUID.nameUUIDFromBytes(("staff 016373 " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** A letter by post for the section. */
    public static ReceiveLetter letterFor(String section, Instant arrivedAt) {
        return letterFor(section, arrivedAt, Set.of());
    }

    /** A letter for a section, confidential if readers are named. */
    public static ReceiveLetter letterFor(String section, Instant arrivedAt, Set<UUID> readers) {
        return new ReceiveLetter(UUID.randomUUID(), section, LetterChannel.POST, "道路整備に関する照会", "北海道 建設部", "建政第45号", null,
                arrivedAt, null, null, null, readers, false);
    }

    /** Facts of a file under a class. */
    public static DossierFacts dossier(String classCode, int number, RetentionClass kept) {
        return dossier(classCode, number, kept, null);
    }

    /** Facts of a file under a class, with what follows a regular use. */
    public static DossierFacts dossier(String classCode, int number, RetentionClass kept, RetentionClass after) {
        return new DossierFacts(classCode, number, "試験の綴", null, kept, after, null, "文書管理規程別表", Medium.ELECTRONIC, null,
                Disclosure.OPEN, null, null, Set.of());
    }
}
