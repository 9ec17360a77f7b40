package jp.yakuba.inquiry.model;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** An office of an inquiry. */
@Embeddable
public record OfficeKey(UUID inquiry, String peer) {}
