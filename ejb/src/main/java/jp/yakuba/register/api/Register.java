package jp.yakuba.register.api;

/** A register that one town keeps and agreed others read. */
public enum Register {
    /** Vendors that may take part in bids (競争入札参加資格者名簿). */
    VENDOR("vendor-register", 'V'),
    /** Registered users of facilities (施設利用者登録): natural persons and groups under a person's name. */
    FACILITY_USER("facility-user-register", 'F');

    private final String publication;
    private final char letter;

    Register(String publication, char letter) {
        this.publication = publication;
        this.letter = letter;
    }

    /** Name of its publication; the word in rights. */
    public String publication() {
        return publication;
    }

    /** The registration number at the place, such as {@code V-000012}. */
    public String number(int place) {
        return "%c-%06d".formatted(letter, place);
    }

    /** True if its entries are about persons: each look at one is written down, and no more is told to others than they need. */
    public boolean isOfPersons() {
        return this == FACILITY_USER;
    }
}
