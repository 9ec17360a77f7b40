package jp.yakuba.document.model.dispatch;

import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.LetterMark;

/**
 * To whom something goes, once it is known that it may.
 *
 * @param honorific what follows the name: 様 for a person, 御中 or nothing for a body
 */
public record Addressee(
        DispatchChannel channel, String name, String honorific, UUID personId, UUID accountId, String language, String mail,
        String postalCode, String address, LocalDate until, Office office) {

    /** An office that is reached by the exchange: its code, the section there, who may open it, by when an answer is wanted. */
    public record Office(String code, String section, LetterMark mark, LocalDate deadline) {}

    /** On any way but the exchange. */
    public Addressee(
            DispatchChannel channel, String name, String honorific, UUID personId, UUID accountId, String language, String mail,
            String postalCode, String address, LocalDate until) {
        this(channel, name, honorific, personId, accountId, language, mail, postalCode, address, until, null);
    }
}
