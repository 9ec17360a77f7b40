package jp.yakuba.account.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Join the account with a verified address and a person of the ledger.
 *
 * @param mail as its owner says it at the counter
 * @param identityShown the papers that the clerk has seen
 * @param reason why it is joined here
 * @param replacing true to end what they are joined with now, having seen who it is
 */
public record LinkAtCounter(
        @NotNull UUID personId, @NotBlank String mail, @NotBlank String identityShown, @NotBlank String reason, boolean replacing) {}
