package jp.yakuba.exchange.service.container;

import java.io.IOException;
import java.io.InputStream;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.signature.api.SealReport;
import jp.yakuba.signature.api.Signer;

/** A container that was found to hold; open until it is closed. */
public final class Checked implements AutoCloseable {
    private final ContainerDirectory directory;
    private final LetterHead head;
    private final SealReport report;

    Checked(ContainerDirectory directory, LetterHead head, SealReport report) {
        this.directory = directory;
        this.head = head;
        this.report = report;
    }

    public LetterHead head() {
        return head;
    }

    /** The bytes of a part, from their beginning. */
    public InputStream open(LetterPart part) {
        return directory.open(directory.find(part.path()).orElseThrow());
    }

    /** Whose certificate signed. */
    public Signer signer() {
        return report.signer();
    }

    /** What the check came to, with its times. */
    public SealReport seal() {
        return report;
    }

    /** The report of EU DSS in XML, for keeping. */
    public byte[] report() {
        return report.xml();
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
