package jp.yakuba.document.api;

import java.time.Instant;
import java.util.UUID;

/** A line of the posting list (発送一覧); withheld is true if the ledger does not give the address to the reader (支援措置). */
public record PostingLine(
        UUID deliveryId, UUID recordId, String number, String title, String name, String postalCode, String address, boolean withheld,
        Instant at) {}
