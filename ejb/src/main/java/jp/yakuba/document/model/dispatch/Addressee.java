package jp.yakuba.document.model.dispatch;

import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.document.api.DispatchChannel;

/**
 * To whom something goes, once it is known that it may.
 *
 * @param honorific what follows the name: 様 for a person, 御中 or nothing for a body
 */
public record Addressee(
        DispatchChannel channel, String name, String honorific, UUID personId, UUID accountId, String language, String mail,
        String postalCode, String address, LocalDate until) {}
