package jp.yakuba.exchange.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The head of a letter (鑑): from whom, to whom, about what, and which files belong to it.
 *
 * @param conversationId what the letter and its answers have in common
 * @param sequence its place among the sender's letters of the conversation, from 1
 * @param number the sender's number of it (文書番号)
 * @param date the date that the letter bears
 * @param replyTo message to which it answers; null if to none
 * @param deadline until when an answer is asked for; null if none is
 * @param service what the recipient does with it; {@value #LETTER} for letters
 * @param serviceVersion version of the form in which its part speaks; 0 for plain letters, which have none
 * @param parts the document first, then the attachments in order, then the part of the service; empty until a container is made
 */
public record LetterHead(
        UUID messageId, UUID conversationId, int sequence, Party sender, Party recipient, String number, LocalDate date, String title,
        LetterMark mark, UUID replyTo, LocalDate deadline, String service, int serviceVersion,
        List<LetterPart> parts) {

    /** The service of plain letters. */
    public static final String LETTER = "document";

    public LetterHead {
        parts = List.copyOf(parts);
    }

    /** A head of a plain letter, or of one whose service has no part yet. */
    public LetterHead(
            UUID messageId, UUID conversationId, int sequence, Party sender, Party recipient, String number, LocalDate date, String title,
            LetterMark mark, UUID replyTo, LocalDate deadline, String service, List<LetterPart> parts) {
        this(messageId, conversationId, sequence, sender, recipient, number, date, title, mark, replyTo, deadline, service, 0, parts);
    }

    /**
     * An office at one end.
     *
     * @param code its code, six digits (全国地方公共団体コード)
     * @param section the section within; null if none is named
     */
    public record Party(String code, String name, String section) {}

    /** The same head with the files that belong to it. */
    public LetterHead with(List<LetterPart> files) {
        return new LetterHead(messageId, conversationId, sequence, sender, recipient, number, date, title, mark, replyTo, deadline, service,
                serviceVersion, files);
    }

    /** The letter itself; none until a container is made. */
    public Optional<LetterPart> document() {
        return parts.stream().filter(part -> part.role() == LetterPart.Role.DOCUMENT).findFirst();
    }

    /** The same head with another service. */
    public LetterHead with(String otherService, int version) {
        return new LetterHead(messageId, conversationId, sequence, sender, recipient, number, date, title, mark, replyTo, deadline, otherService,
                version, parts);
    }

    /** What a program reads; none in a plain letter. */
    public Optional<LetterPart> servicePart() {
        return parts.stream().filter(part -> part.role() == LetterPart.Role.SERVICE).findFirst();
    }

    /** True if people alone read it. */
    public boolean isPlain() {
        return service.equals(LETTER);
    }

    /** What is attached, in order. */
    public List<LetterPart> attachments() {
        return parts.stream().filter(part -> part.role() == LetterPart.Role.ATTACHMENT).toList();
    }
}
