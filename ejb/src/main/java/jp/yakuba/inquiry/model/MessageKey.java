package jp.yakuba.inquiry.model;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A message of another office; ids are unique for each office only. */
@Embeddable
public record MessageKey(String peer, UUID message) {}
