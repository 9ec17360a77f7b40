package jp.yakuba.exchange.model;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** A message by the office that sent it and the id that office gave it. */
@Embeddable
public record ArrivalKey(String peer, UUID id) implements Serializable {}
