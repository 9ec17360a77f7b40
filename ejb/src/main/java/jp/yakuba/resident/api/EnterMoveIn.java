package jp.yakuba.resident.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Enter a move into town.
 *
 * @param causeId id of the application (or counter entry) it comes from
 * @param moveDate the day the family moved (異動日), today or before
 * @param postalCode seven digits
 * @param townName 町字 as in the town's own table
 * @param lot 番地・号
 * @param building 方書; null if none
 * @param previousAddress address before the move, with prefecture
 * @param joinsHead name of the head (世帯主) of the household here that the family joins, as they wrote it; null for a new household
 * @param members the family; of a new household the first member is the head (世帯主)
 */
public record EnterMoveIn(
        @NotNull UUID causeId,
        @NotNull LocalDate moveDate,
        @NotBlank String postalCode,
        @NotBlank String townName,
        @NotBlank String lot,
        String building,
        @NotBlank String previousAddress,
        String joinsHead,
        @NotEmpty List<@Valid Member> members) {

    /** A move that forms a household of its own. */
    public EnterMoveIn(UUID causeId, LocalDate moveDate, String postalCode, String townName, String lot, String building,
            String previousAddress, List<Member> members) {
        this(causeId, moveDate, postalCode, townName, lot, building, previousAddress, null, members);
    }

    /** One member of the moving household; certificateSerial joins a card to the person when the move is final. */
    public record Member(
            @NotBlank String name,
            @NotBlank String kana,
            String romanName,
            @NotNull LocalDate birthDate,
            @NotBlank String sex,
            @NotBlank String relationship,
            @NotBlank String nationality,
            UUID accountId) {}
}
