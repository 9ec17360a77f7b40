package jp.yakuba.document.model;

import jakarta.persistence.Embeddable;

/** A file of a record: its SHA-256, and the name it came with; the name is null where the domain of its cause knows it. */
@Embeddable
public record AttachedFile(String sha256, String name) {}
