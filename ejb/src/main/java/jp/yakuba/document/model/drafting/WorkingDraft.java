package jp.yakuba.document.model.drafting;

import static jp.yakuba.document.api.DocumentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;

/**
 * A draft (起案): written by one or several, handed to its route, decided or not. What it says stands in its versions; it
 * itself knows where it stands and who writes it.
 */
@Entity
@Table(name = "doc_draft")
public class WorkingDraft {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private String section;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DraftState state;

    private int latest;
    private String title;

    @Column(updatable = false)
    private String template;

    @Column(updatable = false)
    private UUID amends;

    @Column(nullable = false, updatable = false)
    private boolean confidential;

    private UUID proposalId;
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private UUID createdBy;

    @Column(nullable = false, updatable = false)
    private String createdName;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    private Instant changedAt;
    private Instant decidedAt;

    @ElementCollection
    @CollectionTable(name = "doc_draft_person", joinColumns = @JoinColumn(name = "draft_id"))
    @OrderBy("since")
    private List<Person> drafters = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "doc_draft_origin", joinColumns = @JoinColumn(name = "draft_id"))
    @OrderBy("kind, words")
    private List<Origin> origins = new ArrayList<>();

    /** Somebody who writes it. */
    @Embeddable
    public record Person(UUID staffId, String name, Instant since) {}

    /** What caused it. */
    @Embeddable
    public record Origin(String kind, UUID targetId, String words) {}

    protected WorkingDraft() {
        // for JPA
    }

    /**
     * Where a draft belongs from its beginning.
     *
     * @param section section that drafts
     * @param template code of the template
     * @param amends the decided draft that it changes; null if none
     * @param confidential read by its writers and on its route only (秘密文書)
     */
    public record Place(String section, String template, UUID amends, boolean confidential) {}

    /** Begins one with its first version. */
    public static WorkingDraft begun(UUID id, Place place, List<Origin> origins, Actor by, Instant at) {
        var draft = new WorkingDraft();
        draft.id = id;
        draft.section = place.section();
        draft.confidential = place.confidential();
        draft.state = DraftState.DRAFTING;
        draft.template = place.template();
        draft.amends = place.amends();
        draft.origins.addAll(origins);
        draft.createdBy = by.id();
        draft.createdName = by.name();
        draft.createdAt = at;
        draft.drafters.add(new Person(by.id(), by.name(), at));
        return draft;
    }

    /** What it says now is another version. */
    public void wrote(DraftVersion next, Instant at) {
        if (state.isEnd() || next.number() != latest + 1) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        latest = next.number();
        title = next.title();
        changedAt = at;
    }

    /** Somebody more writes it; true if they did not before. */
    public boolean invite(UUID staffId, String name, Instant at) {
        require(DraftState.DRAFTING);
        if (isDrafter(staffId)) {
            return false;
        }
        drafters.add(new Person(staffId, name, at));
        changedAt = at;
        return true;
    }

    /** Handed to its route. */
    public void propose(UUID proposal, Instant at) {
        require(DraftState.DRAFTING);
        state = DraftState.PROPOSED;
        proposalId = proposal;
        changedAt = at;
    }

    /** Sent or taken back: it is written again. */
    public void comeBack(Instant at) {
        require(DraftState.PROPOSED);
        state = DraftState.DRAFTING;
        changedAt = at;
    }

    /** Decided; it is the record from now on. */
    public void decide(UUID record, Instant at) {
        require(DraftState.PROPOSED);
        state = DraftState.DECIDED;
        recordId = record;
        decidedAt = at;
        changedAt = at;
    }

    /** Rejected, or given up on its route. */
    public void end(DraftState how, Instant at) {
        require(DraftState.PROPOSED);
        state = how;
        changedAt = at;
    }

    /** Given up while it is on no route. */
    public void abandon(Instant at) {
        require(DraftState.DRAFTING);
        state = DraftState.ABANDONED;
        changedAt = at;
    }

    private void require(DraftState needed) {
        if (state != needed) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
    }

    /** Refuses a deed by somebody who saw an earlier state. */
    public void expect(long seen) {
        if (seen != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    /** True if the member of staff writes it. */
    public boolean isDrafter(UUID staffId) {
        return drafters.stream().anyMatch(one -> one.staffId().equals(staffId));
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String section() {
        return section;
    }

    public DraftState state() {
        return state;
    }

    /** Number of the latest version. */
    public int latest() {
        return latest;
    }

    public String title() {
        return title;
    }

    /** Who began it. */
    public String createdName() {
        return createdName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The decided draft that it changes; null if none. */
    public UUID amends() {
        return amends;
    }

    /** Its latest proposal; null before. */
    public UUID proposalId() {
        return proposalId;
    }

    /** True if its writers and its route alone read it (秘密文書). */
    public boolean isConfidential() {
        return confidential;
    }

    /** The record it became; null before the decision. */
    public UUID recordId() {
        return recordId;
    }

    /** The record that caused it; null if none did. */
    public UUID causingRecord() {
        return origins.stream().filter(origin -> origin.kind().equals("RECORD")).map(Origin::targetId).findFirst().orElse(null);
    }

    /** Who writes it, who began it first. */
    public List<DraftSheet.Drafter> drafters() {
        return drafters.stream().map(one -> new DraftSheet.Drafter(one.staffId(), one.name(), one.since())).toList();
    }

    /** What caused it. */
    public List<DraftSheet.Origin> origins() {
        return origins.stream().map(one -> new DraftSheet.Origin(one.kind(), one.targetId(), one.words())).toList();
    }
}
