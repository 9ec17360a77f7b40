package jp.yakuba.document.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Send a decided draft out (施行).
 *
 * @param once id made when the form was opened; the same form sends once
 * @param draftId the decided draft
 * @param series series of its number
 * @param takenId a number taken ahead; null for the next one
 * @param branchOf record whose number it shares as a branch (枝番); null for a number of its own
 * @param recipients to whom, and on which way
 */
public record SendOut(
        @NotNull UUID once,
        @NotNull UUID draftId,
        @NotNull NumberSeries series,
        UUID takenId,
        UUID branchOf,
        @NotEmpty List<@Valid Recipient> recipients) {

    public SendOut {
        recipients = List.copyOf(recipients);
    }

    /**
     * A recipient.
     *
     * @param channel the way
     * @param personNumber number of a resident (宛名番号); null for a body outside
     * @param name name of a body outside, or of the place where it is posted up; null for a resident
     * @param mail where mail goes; null unless it goes by mail
     * @param postalCode of a body outside
     * @param address of a body outside; that of a resident is asked of the ledger
     * @param until last day on the notice board; null unless it is posted up
     * @param office code of an office; null unless it goes by the exchange
     * @param officeSection section or post there, in words; null if none is named
     * @param mark who may open it there; null for whoever has the duty
     * @param deadline day by which an answer of the office is wanted; null if none is
     */
    public record Recipient(
            @NotNull DispatchChannel channel,
            @Size(max = 20) String personNumber,
            @Size(max = 200) String name,
            @Size(max = 200) String mail,
            @Size(max = 10) String postalCode,
            @Size(max = 300) String address,
            LocalDate until,
            @Size(max = 6) String office,
            @Size(max = 200) String officeSection,
            LetterMark mark,
            LocalDate deadline) {
        /** A recipient on any way but the exchange. */
        public Recipient(
                DispatchChannel channel, String personNumber, String name, String mail, String postalCode, String address, LocalDate until) {
            this(channel, personNumber, name, mail, postalCode, address, until, null, null, null, null);
        }
    }

    /** The resident with the number, on the way. */
    public static Recipient resident(DispatchChannel channel, @NotBlank String number) {
        return new Recipient(channel, number, null, null, null, null, null);
    }
}
