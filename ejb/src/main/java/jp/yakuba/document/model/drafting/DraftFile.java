package jp.yakuba.document.model.drafting;

import jakarta.persistence.Embeddable;

/** An attachment of a version, by its content. */
@Embeddable
public record DraftFile(String sha256, String name, String mediaType, long size) {
    /** The same under another name. */
    public DraftFile withName(String other) {
        return new DraftFile(sha256, other, mediaType, size);
    }
}
