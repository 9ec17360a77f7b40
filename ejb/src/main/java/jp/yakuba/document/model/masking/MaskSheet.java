package jp.yakuba.document.model.masking;

import static jp.yakuba.document.api.DocumentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.document.api.DocumentProblem.NO_MASKS;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_MASKS;
import static jp.yakuba.document.api.DocumentProblem.OWN_MASKS;
import static jp.yakuba.document.api.DocumentProblem.TOO_MANY_MASKS;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.MaskClause;
import jp.yakuba.document.api.MaskSheetView;
import jp.yakuba.document.api.MaskState;
import jp.yakuba.document.api.MaskView;
import jp.yakuba.document.model.history.CanonicalForm;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;

/**
 * A sheet of masks over one file of a record: drawn by the section that has the record, fixed by somebody who had no hand in it, and never
 * changed from then on. Whoever changes one holds its row.
 */
@Entity
@Table(name = "doc_mask_sheet")
public class MaskSheet {
    private static final String FORM = "yakuba-mask-sheet-1";
    private static final int MOST = 2000;
    private static final Comparator<Mask> IN_PLACE = Comparator.comparingInt((Mask mask) -> mask.place().page())
            .thenComparingDouble(mask -> mask.place().fromTop()).thenComparingDouble(mask -> mask.place().fromLeft()).thenComparing(Mask::id);

    @Id
    private UUID id;

    @Column(nullable = false)
    private long version;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String original;

    @Column(nullable = false, updatable = false)
    private String source;

    @Column(nullable = false, updatable = false)
    private String purpose;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MaskState state;

    @Column(updatable = false)
    private UUID follows;

    @Column(nullable = false, updatable = false)
    private String begunName;

    @Column(nullable = false, updatable = false)
    private Instant begunAt;

    private String proposedName;
    private Instant proposedAt;
    private String returnedFor;
    private UUID fixedBy;
    private String fixedName;
    private Instant fixedAt;
    private String digest;

    @ElementCollection
    @CollectionTable(name = "doc_mask_page", joinColumns = @JoinColumn(name = "sheet_id"))
    @OrderColumn(name = "number")
    private List<PageSize> pages = new ArrayList<>();

    @OneToMany(mappedBy = "sheet", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Mask> masks = new ArrayList<>();

    protected MaskSheet() {
        // for JPA
    }

    /** What a sheet lies over: a file of a record, and the PDF with these pages that shows it. */
    public record Ground(UUID recordId, String original, String source, List<PageSize> pages) {}

    /** A sheet that begins, with the masks of a fixed one if there is one. */
    public static MaskSheet begin(Ground ground, String purpose, MaskSheet after, Actor by, Instant at) {
        var sheet = new MaskSheet();
        sheet.id = UUID.randomUUID();
        sheet.recordId = ground.recordId();
        sheet.original = ground.original();
        sheet.source = ground.source();
        sheet.pages.addAll(ground.pages());
        sheet.purpose = purpose;
        sheet.state = MaskState.DRAFT;
        sheet.begunName = by.name();
        sheet.begunAt = at;
        if (after != null) {
            after.require(MaskState.FIXED);
            sheet.follows = after.id;
            after.masks.forEach(mask -> sheet.masks.add(mask.copiedTo(sheet)));
        }
        return sheet;
    }

    /** Refuses whoever saw another version. */
    public void expect(long seen) {
        if (version != seen) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    private void require(MaskState wanted) {
        if (state != wanted) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
    }

    /** Draws a mask, or the one with the id anew. */
    public void draw(UUID maskId, MaskPlace place, MaskClause clause, String reason) {
        require(MaskState.DRAFT);
        if (maskId == null) {
            if (masks.size() >= MOST) {
                throw new RuleViolation(TOO_MANY_MASKS, MOST);
            }
            masks.add(Mask.on(this, UUID.randomUUID()).drawn(place, clause, reason));
        } else {
            find(maskId).drawn(place, clause, reason);
        }
        version++;
    }

    /** Takes a mask off. */
    public void takeOff(UUID maskId) {
        require(MaskState.DRAFT);
        masks.remove(find(maskId));
        version++;
    }

    private Mask find(UUID maskId) {
        return masks.stream().filter(mask -> mask.id().equals(maskId)).findFirst().orElseThrow(() -> new RuleViolation(NO_SUCH_MASKS));
    }

    /** The reason of the mask as it is kept; null if it is a new one. */
    public String reasonOf(UUID maskId) {
        return maskId == null ? null : find(maskId).reason();
    }

    /** Handed to a second person. */
    public void propose(Actor by, Instant at) {
        require(MaskState.DRAFT);
        if (masks.isEmpty()) {
            throw new RuleViolation(NO_MASKS);
        }
        state = MaskState.PROPOSED;
        proposedName = by.name();
        proposedAt = at;
        returnedFor = null;
        version++;
    }

    /** Given back to be drawn on. */
    public void giveBack(String reason) {
        require(MaskState.PROPOSED);
        state = MaskState.DRAFT;
        proposedName = null;
        proposedAt = null;
        returnedFor = reason;
        version++;
    }

    /** Fixed by somebody who is none of those who had a hand in it. */
    public void fix(List<UUID> hands, Actor by, Instant at) {
        require(MaskState.PROPOSED);
        if (hands.contains(by.id())) {
            throw new RuleViolation(OWN_MASKS);
        }
        state = MaskState.FIXED;
        fixedBy = by.id();
        fixedName = by.name();
        fixedAt = at;
        digest = digestNow();
        version++;
    }

    /** Refuses to throw a fixed one away. */
    public void requireUnfixed() {
        if (state == MaskState.FIXED) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
    }

    /** Refuses one that is not fixed. */
    public void requireFixed() {
        require(MaskState.FIXED);
    }

    /** True if sheet and masks are what was fixed, or nothing is fixed yet. */
    public boolean holds() {
        return digest == null || digest.equals(digestNow());
    }

    private String digestNow() {
        var form = new CanonicalForm(FORM).add(id).add(recordId).add(original).add(source).add(purpose).add(masks.size());
        inPlace().forEach(mask -> mask.write(form));
        return Sha256.hex(form.bytes());
    }

    private List<Mask> inPlace() {
        return masks.stream().sorted(IN_PLACE).toList();
    }

    /** Places of the masks on a page, counted from 1. */
    public List<MaskPlace> placesOn(int page) {
        return masks.stream().map(Mask::place).filter(place -> place.page() == page).toList();
    }

    /** How many masks lie on it. */
    public int count() {
        return masks.size();
    }

    /** The sheet as people of the desk read it. */
    public MaskSheetView view(MaskSheetView.Copy copy, MaskSheetView.Rights rights) {
        var hands = new MaskSheetView.Hands(begunName, begunAt, proposedName, returnedFor, fixedName, fixedAt);
        List<MaskView> all = inPlace().stream().map(Mask::view).toList();
        var sizes = pages.stream().map(page -> new MaskSheetView.PageSize(page.width(), page.height())).toList();
        return new MaskSheetView(id, version, recordId, original, purpose, state, follows, sizes, all, hands, digest, holds(), copy, rights);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID recordId() {
        return recordId;
    }

    public String original() {
        return original;
    }

    public String source() {
        return source;
    }

    public MaskState state() {
        return state;
    }

    public String digest() {
        return digest;
    }

    public List<PageSize> pages() {
        return List.copyOf(pages);
    }
}
