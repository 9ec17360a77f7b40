package jp.yakuba.document.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;

/**
 * A notice to another office that a law orders as soon as something has happened, and leaves nothing to decide about: no draft stands behind it,
 * a rule does.
 *
 * @param once id of what happened; the same one sends one notice
 * @param rule the clause that orders it; stands in the notice and in the audit log
 * @param section section that answers for it, in whose register it gets its number
 * @param matter by which the plan chooses its file; null if unknown
 * @param office code of the office it goes to by the exchange
 * @param officeName name of that office
 * @param title what it is about, with no person's name
 * @param text the notice in words
 * @param cleared words of the text that may leave though they are like a protected address here: what the other office said or keeps itself, such as the
 *     address before and names, to which it is no news; and what whoever writes the notice has asked the ledger about
 * @param readers who may read it (秘密文書); nobody else
 * @param causeId record of the letter of that office that it answers; null if it answers none
 */
public record SendByRule(
        @NotNull UUID once,
        @NotBlank @Size(max = 100) String rule,
        @NotBlank String section,
        String matter,
        @NotBlank @Size(max = 6) String office,
        @NotBlank @Size(max = 200) String officeName,
        @NotBlank @Size(max = 300) String title,
        @NotBlank String text,
        @NotNull Set<String> cleared,
        @NotNull Set<UUID> readers,
        UUID causeId) {
    public SendByRule {
        cleared = cleared == null ? null : Set.copyOf(cleared);
        readers = readers == null ? null : Set.copyOf(readers);
    }

    /** One that answers no letter. */
    public SendByRule(UUID once, String rule, String section, String matter, String office, String officeName, String title, String text, Set<String> cleared,
            Set<UUID> readers) {
        this(once, rule, section, matter, office, officeName, title, text, cleared, readers, null);
    }
}
