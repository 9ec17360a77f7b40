package jp.yakuba.notification.gateway;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.yakuba.notification.api.Enclosure;

/**
 * A mail, ready to be sent.
 *
 * @param id from which its Message-ID is made, so that the same mail always carries the same
 * @param senderName the name shown for the sender: the town
 * @param address to whom
 * @param language {@code ja} or {@code en}
 * @param subject its heading
 * @param body plain text
 * @param at its date: the moment when a sender took it
 * @param enclosures files that go with it
 */
public record Letter(
        UUID id, String senderName, String address, String language, String subject, String body, Instant at, List<Enclosure> enclosures) {
    public Letter {
        enclosures = List.copyOf(enclosures);
    }
}
