package jp.yakuba.document.model.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.document.api.LetterChannel;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.RecordSheet;

/** What only letters have: the way they came, and the number and date of their sender. */
@Entity
@Table(name = "doc_receipt")
public class LetterReceipt {
    @Id
    private UUID recordId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private LetterChannel channel;

    @Column(updatable = false)
    private String senderNumber;

    @Column(updatable = false)
    private LocalDate senderDate;

    @Column(updatable = false)
    private String note;

    protected LetterReceipt() {
        // for JPA
    }

    /** Writes down how the letter of the record came. */
    public static LetterReceipt of(UUID recordId, ReceiveLetter letter) {
        var receipt = new LetterReceipt();
        receipt.recordId = recordId;
        receipt.channel = letter.channel();
        receipt.senderNumber = letter.senderNumber();
        receipt.senderDate = letter.senderDate();
        receipt.note = letter.note();
        return receipt;
    }

    /** As people see it. */
    public RecordSheet.Letter view() {
        return new RecordSheet.Letter(channel, senderNumber, senderDate, note);
    }
}
