package jp.yakuba.register.api;

import jakarta.ejb.Local;
import java.util.List;
import jp.yakuba.exchange.api.CopyView;
import jp.yakuba.exchange.api.PublicationReader;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/**
 * The desk of joint registers: looks at entries of this office and of agreed others, and keeps the own ones. Vendors are looked at by all staff;
 * users of facilities by the section that has the register, and each look is written down. The section alone keeps entries.
 */
@Local
public interface JointRegisterDesk {
    /** True if whoever acts is of the section that has the register. */
    boolean mayKeep(Register register);

    /**
     * Entries that have all the words in name, reading, number or corporate number, by name.
     *
     * @param words of a register of persons, at least two letters; refused with {@code REG-009} else
     */
    Page<EntryLine> list(Register register, String words, PageRequest request);

    /** An entry; refused with {@code REG-001} if the office has none of the number. */
    EntrySheet get(Register register, String office, String number);

    /**
     * Writes a new entry or changes one of this office; its number. What other offices may know is published in the same deed; a protected address leaves
     * in no word of it.
     */
    String write(WriteEntry words);

    /** Suspends a vendor for a time. */
    void suspend(String number, long version, Suspension suspension);

    /** Lifts the vendor's suspension at the place in its list: yesterday was its last day, or it never began. */
    void lift(String number, long version, int place, String reason);

    /** Takes an entry off the register for good. */
    void withdraw(Register register, String number, long version, String reason);

    /** The copies of other offices' registers, and how old each is. */
    List<CopyView> listCopies(Register register);

    /** The offices that may read this office's register, and when each last did. */
    List<PublicationReader> listReaders(Register register);

    /** Asks agreed offices for news at once. */
    void refresh(Register register);
}
