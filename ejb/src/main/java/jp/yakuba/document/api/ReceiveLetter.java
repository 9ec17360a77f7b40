package jp.yakuba.document.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Receive a letter (収受).
 *
 * @param once id made when the form was opened, or the exchange's own id; the same letter is entered once
 * @param section section that answers for it, in whose register it gets its number
 * @param channel the way it came
 * @param title what it is about
 * @param sender who sent it
 * @param senderNumber the sender's number (相手方文書番号); null if none
 * @param senderDate date on the letter; null if none
 * @param arrivedAt when it arrived (到達)
 * @param note for colleagues; null for nothing
 * @param dossierId file of the plan it goes into; null to let the plan choose
 * @param staffId who is given it at once; null for nobody
 * @param readers named readers of a confidential letter (秘密文書・親展); empty for an ordinary one
 * @param asItCame take files that cannot be opened too
 */
public record ReceiveLetter(
        @NotNull UUID once,
        @NotBlank String section,
        @NotNull LetterChannel channel,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 300) String sender,
        @Size(max = 100) String senderNumber,
        LocalDate senderDate,
        @NotNull Instant arrivedAt,
        @Size(max = 2000) String note,
        UUID dossierId,
        UUID staffId,
        @NotNull Set<UUID> readers,
        boolean asItCame) {}
