package jp.yakuba.document.model.drafting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftText;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.model.history.CanonicalForm;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Sha256;

/** A version of a draft: everything that it said at a time. It is written once. */
@Entity
@Table(name = "doc_draft_version")
public class DraftVersion {
    private static final String FORM = "yakuba-draft-1";

    /** The draft, and the how-manieth version. */
    @Embeddable
    public record Place(UUID draftId, int number) implements Serializable {}

    @EmbeddedId
    private Place place;

    private String title;
    private String ask;
    private String body;
    private String matter;
    private long amount;

    @Enumerated(EnumType.STRING)
    private RetentionClass retention;

    private UUID dossierId;

    @Enumerated(EnumType.STRING)
    private Disclosure disclosure;

    private String clause;
    private LocalDate closedUntil;

    @Enumerated(EnumType.STRING)
    private DispatchIntent dispatch;

    @Enumerated(EnumType.STRING)
    private SealUse seal;

    private String sha256;
    private UUID writtenBy;
    private String writtenName;
    private Instant writtenAt;

    @ElementCollection
    @CollectionTable(name = "doc_draft_file", joinColumns = {
        @JoinColumn(name = "draft_id", referencedColumnName = "draftId"),
        @JoinColumn(name = "number", referencedColumnName = "number")})
    @OrderColumn(name = "position")
    @Column(nullable = false)
    private List<DraftFile> files = new ArrayList<>();

    /** What a version says. */
    public record Words(String title, String ask, RichText text, DraftFacts facts, List<DraftFile> files) {
        public Words {
            files = List.copyOf(files);
        }

        /** What people wrote in it, each part for itself. */
        public List<String> texts() {
            var texts = new ArrayList<>(Arrays.asList(title, ask, text.plain(), facts.clause()));
            files.forEach(file -> texts.add(file.name()));
            return texts;
        }

        /** The same with other texts, taken in the order of its texts. */
        public Words withTexts(Iterator<String> texts) {
            return new Words(texts.next(), texts.next(), RichText.ofPlain(texts.next()), facts.withClause(texts.next()),
                    files.stream().map(file -> file.withName(texts.next())).toList());
        }

        /** As people read them. */
        public DraftText view() {
            return new DraftText(title, ask, text.html(), text.plain());
        }
    }

    protected DraftVersion() {
        // for JPA
    }

    /** The version of the draft with the number, by the actor's hand. */
    public static DraftVersion written(UUID draftId, int number, Words words, Actor by, Instant at) {
        var version = new DraftVersion();
        version.place = new Place(draftId, number);
        version.title = words.title();
        version.ask = words.ask();
        version.body = words.text().html();
        version.take(words.facts());
        version.files.addAll(words.files());
        version.writtenBy = by.id();
        version.writtenName = by.name();
        version.writtenAt = at.truncatedTo(ChronoUnit.MICROS);
        version.sha256 = version.digest();
        return version;
    }

    private void take(DraftFacts facts) {
        matter = facts.matter();
        amount = facts.amount();
        retention = facts.retention();
        dossierId = facts.dossierId();
        disclosure = facts.disclosure();
        clause = facts.clause();
        closedUntil = facts.closedUntil();
        dispatch = facts.dispatch();
        seal = facts.seal();
    }

    /** SHA-256 over everything it says, in hexadecimal digits; who wrote it when is no part of that. */
    private String digest() {
        var form = new CanonicalForm(FORM).add(place.draftId()).add(title).add(ask).add(body).add(matter).add(amount)
                .add(retention).add(dossierId).add(disclosure).add(clause).add(closedUntil).add(dispatch).add(seal);
        files.forEach(file -> form.add(file.sha256()).add(file.name()));
        return Sha256.hex(form.bytes());
    }

    /** True if it still says what was hashed. */
    public boolean isAsItWasWritten() {
        return sha256.equals(digest());
    }

    public UUID draftId() {
        return place.draftId();
    }

    public int number() {
        return place.number();
    }

    public String title() {
        return title;
    }

    /** 伺い文. */
    public String ask() {
        return ask;
    }

    /** 案文. */
    public RichText text() {
        return RichText.ofClean(body);
    }

    public DraftFacts facts() {
        return new DraftFacts(matter, amount, retention, dossierId, disclosure, clause, closedUntil, dispatch, seal);
    }

    /** Its attachments in order. */
    public List<DraftFile> files() {
        return List.copyOf(files);
    }

    /** The hash of everything it says. */
    public String sha256() {
        return sha256;
    }

    /** All it says, but for whose hand it is by. */
    public Words words() {
        return new Words(title, ask, text(), facts(), files);
    }
}
