package jp.yakuba.resident.model;

import jakarta.persistence.Embeddable;

/** An address as entered: postal code of seven digits, 町字, lot, and building if there is one. */
@Embeddable
public record EntryAddress(String postalCode, String place, String lot, String building) {
    /** The address in one line, without prefecture and municipality. */
    public String words() {
        return place + lot + (building == null ? "" : "\u3000" + building);
    }
}
