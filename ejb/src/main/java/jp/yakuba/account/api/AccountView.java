package jp.yakuba.account.api;

import java.util.UUID;
import jp.yakuba.kernel.Assurance;

/** An account: display name, mail address (verified or not), language, linked person (null if none), highest assurance. */
public record AccountView(
        UUID id, String displayName, String mailAddress, boolean mailVerified, String language, UUID personId,
        boolean twoFactor, boolean card, Assurance highest) {}
