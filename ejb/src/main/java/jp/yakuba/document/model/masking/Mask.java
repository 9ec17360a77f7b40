package jp.yakuba.document.model.masking;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import jp.yakuba.document.api.MaskClause;
import jp.yakuba.document.api.MaskGround;
import jp.yakuba.document.api.MaskView;
import jp.yakuba.document.model.history.CanonicalForm;

/** A mask (墨消し): a rectangle that is not disclosed, with the clause and the reason. */
@Entity
@Table(name = "doc_mask")
public class Mask {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "sheet_id", updatable = false)
    private MaskSheet sheet;

    @Embedded
    private MaskPlace place;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MaskGround ground;

    @Column(nullable = false)
    private String clause;

    @Column(nullable = false)
    private String reason;

    protected Mask() {
        // for JPA
    }

    static Mask on(MaskSheet sheet, UUID id) {
        var mask = new Mask();
        mask.sheet = sheet;
        mask.id = id;
        return mask;
    }

    Mask drawn(MaskPlace where, MaskClause why, String words) {
        place = where;
        ground = why.ground();
        clause = why.clause();
        reason = words;
        return this;
    }

    /** The same on another sheet. */
    Mask copiedTo(MaskSheet other) {
        return on(other, UUID.randomUUID()).drawn(place, new MaskClause(ground, clause), reason);
    }

    UUID id() {
        return id;
    }

    MaskPlace place() {
        return place;
    }

    String reason() {
        return reason;
    }

    void write(CanonicalForm form) {
        form.add(place.canonical()).add(ground).add(clause).add(reason);
    }

    MaskView view() {
        return new MaskView(id, place.view(), ground, clause, reason);
    }
}
