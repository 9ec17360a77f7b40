package jp.yakuba.exchange.service.container;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.kernel.MunicipalityCode;
import jp.yakuba.kernel.VisibleText;

/** What a head must keep that no schema says. */
final class HeadRules {
    /** Most bytes of all files of a letter. */
    static final long LARGEST_LETTER = 2L << 30;
    /** Most bytes of what a program reads. */
    static final int LARGEST_SERVICE = 4 * 1024 * 1024;
    private static final String PDF = "application/pdf";
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\:*?\"<>|]+");

    private HeadRules() {}

    static void require(LetterHead head) throws ContainerRefused {
        requireDocument(head);
        requireService(head);
        requireField(MunicipalityCode.isValid(head.sender().code()), "sender's code");
        requireField(MunicipalityCode.isValid(head.recipient().code()), "recipient's code");
        requireField(!head.messageId().equals(head.replyTo()), "an answer to itself");
        requireField(head.deadline() == null || !head.deadline().isBefore(head.date()), "a deadline before the date");
        requireField(texts(head).allMatch(text -> text.equals(VisibleText.of(text)) && !text.isBlank() && text.equals(text.strip())),
                "signs that nobody sees");
        requireField(head.parts().stream().allMatch(part -> FILE_NAME.matcher(part.displayName()).matches() && !part.displayName().startsWith(".")),
                "a name that no file can have");
        requireField(areNumbered(head), "places of attachments");
        long total = head.parts().stream().mapToLong(LetterPart::size).sum();
        ContainerRefused.require(total <= LARGEST_LETTER, ExchangeFault.TOO_LARGE, total + " bytes");
    }

    private static void requireDocument(LetterHead head) throws ContainerRefused {
        var documents = head.parts().stream().filter(part -> part.role() == LetterPart.Role.DOCUMENT).toList();
        ContainerRefused.require(documents.size() == 1, ExchangeFault.DOCUMENT_NOT_ONE, documents.size() + " documents");
        requireField(head.parts().get(0).equals(documents.get(0)) && documents.get(0).path().equals(ContainerNames.DOCUMENT), "place of the document");
        ContainerRefused.require(documents.get(0).mediaType().equals(PDF), ExchangeFault.DOCUMENT_TYPE, documents.get(0).mediaType());
    }

    /** A plain letter has no part for programs; any other has one, the last. */
    private static void requireService(LetterHead head) throws ContainerRefused {
        var services = head.parts().stream().filter(part -> part.role() == LetterPart.Role.SERVICE).toList();
        ContainerRefused.require(services.size() == (head.isPlain() ? 0 : 1), ExchangeFault.SERVICE_PART, services.size() + " parts for " + head.service());
        requireField(head.isPlain() == (head.serviceVersion() == 0), "version of the service");
        if (!services.isEmpty()) {
            var part = services.get(0);
            requireField(head.parts().indexOf(part) == head.parts().size() - 1 && part.path().equals(ContainerNames.SERVICE)
                    && part.displayName().equals(ContainerNames.SERVICE) && part.mediaType().equals(ManifestXml.XML), "place of the service's part");
            ContainerRefused.require(part.size() <= LARGEST_SERVICE, ExchangeFault.TOO_LARGE, part.size() + " bytes for the service");
        }
    }

    private static Stream<String> texts(LetterHead head) {
        var own = Stream.of(head.sender().name(), head.sender().section(), head.recipient().name(), head.recipient().section(), head.number(), head.title());
        return Stream.concat(own, head.parts().stream().map(LetterPart::displayName)).filter(Objects::nonNull);
    }

    private static boolean areNumbered(LetterHead head) {
        var attachments = head.attachments();
        for (int place = 0; place < attachments.size(); place++) {
            if (!attachments.get(place).path().equals(ContainerNames.attachment(place + 1, attachments.get(place).displayName()))) {
                return false;
            }
        }
        return true;
    }

    private static void requireField(boolean holds, String field) throws ContainerRefused {
        ContainerRefused.require(holds, ExchangeFault.HEAD_INVALID, field);
    }
}
