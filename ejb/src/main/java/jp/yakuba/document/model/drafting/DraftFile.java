package jp.yakuba.document.model.drafting;

import jakarta.persistence.Embeddable;

/** An attachment of a version, by its content. */
@Embeddable
public record DraftFile(String sha256, String name, String mediaType, long size) {}
