package jp.yakuba.document.model.disposal;

import static jp.yakuba.document.api.DocumentProblem.DISPOSAL_ELSEWHERE;
import static jp.yakuba.document.api.DocumentProblem.EXTENSION_STRANGE;
import static jp.yakuba.document.api.DocumentProblem.REASON_MISSING;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.ArchiveChoice;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.DisposalVerdict;
import jp.yakuba.kernel.RuleViolation;

/** A file on a list of disposal: what is proposed for it, what the archive chose, and what has become of it. */
@Entity
@Table(name = "doc_disposal_item")
public class DisposalItem {
    private static final int LONGEST_EXTENSION = 30;

    /** The list and the file. */
    @Embeddable
    public record Place(UUID disposalId, UUID dossierId) implements Serializable {}

    /** What is to become of a file once its list is confirmed. */
    public enum Fate {
        DESTROY,
        EXTEND,
        TRANSFER
    }

    @EmbeddedId
    private Place place;

    @Enumerated(EnumType.STRING)
    private DisposalVerdict verdict;

    private String verdictReason;
    private Integer years;

    @Enumerated(EnumType.STRING)
    private ArchiveChoice choice;

    private String choiceReason;

    @Enumerated(EnumType.STRING)
    private DisposalItemState state;

    private Instant endedAt;
    private String endedReason;
    private Instant packedAt;
    private String packedSha256;

    protected DisposalItem() {
        // for JPA
    }

    /** A file put on a list. */
    public static DisposalItem of(UUID disposalId, UUID dossierId) {
        var item = new DisposalItem();
        item.place = new Place(disposalId, dossierId);
        item.state = DisposalItemState.OPEN;
        return item;
    }

    /** Says what the section proposes; whoever wants it kept longer says by how much and why. */
    public void judge(DisposalVerdict what, Integer longer, String why) {
        requireOpen();
        boolean longerKept = what == DisposalVerdict.EXTEND;
        if (longerKept && (longer == null || longer < 1 || longer > LONGEST_EXTENSION)) {
            throw new RuleViolation(EXTENSION_STRANGE, LONGEST_EXTENSION);
        }
        if (longerKept && isBlank(why)) {
            throw new RuleViolation(REASON_MISSING);
        }
        verdict = what;
        years = longerKept ? longer : null;
        verdictReason = isBlank(why) ? null : why.strip();
    }

    /** Says what the archivist chooses; what stays for ever has a reason. */
    public void choose(ArchiveChoice what, String why) {
        requireOpen();
        if (what == ArchiveChoice.KEEP && isBlank(why)) {
            throw new RuleViolation(REASON_MISSING);
        }
        choice = what;
        choiceReason = isBlank(why) ? null : why.strip();
    }

    /** A package of it was handed to the archivist. */
    public void packed(String sha256, Instant at) {
        requireOpen();
        packedSha256 = sha256;
        packedAt = at;
    }

    /** True once a package of it was handed out. */
    public boolean isPacked() {
        return packedAt != null;
    }

    /** Takes it off the list. */
    public void callOff(String why, Instant at) {
        end(DisposalItemState.CALLED_OFF, why, at);
    }

    /** It came to its end. */
    public void end(DisposalItemState how, String why, Instant at) {
        requireOpen();
        state = how;
        endedAt = at;
        endedReason = why;
    }

    private void requireOpen() {
        if (state != DisposalItemState.OPEN) {
            throw new RuleViolation(DISPOSAL_ELSEWHERE);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** True if nobody has said yet what the step needs. */
    public boolean isUndecided(boolean appraising) {
        return isOpen() && (appraising ? verdict != DisposalVerdict.EXTEND && choice == null : verdict == null);
    }

    /** What is to become of it. */
    public Fate fate() {
        return verdict == DisposalVerdict.EXTEND ? Fate.EXTEND : choice == ArchiveChoice.KEEP ? Fate.TRANSFER : Fate.DESTROY;
    }

    public boolean isOpen() {
        return state == DisposalItemState.OPEN;
    }

    public UUID disposalId() {
        return place.disposalId();
    }

    public UUID dossierId() {
        return place.dossierId();
    }

    public DisposalVerdict verdict() {
        return verdict;
    }

    public ArchiveChoice choice() {
        return choice;
    }

    /** By how many years it is kept longer; null if it is not. */
    public Integer years() {
        return years;
    }

    /** Why, in words of the section; null if nothing was said. */
    public String verdictReason() {
        return verdictReason;
    }

    /** Why, in words of the archivist; null if nothing was said. */
    public String choiceReason() {
        return choiceReason;
    }
}
