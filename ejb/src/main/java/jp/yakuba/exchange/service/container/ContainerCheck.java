package jp.yakuba.exchange.service.container;

import static jp.yakuba.exchange.service.container.ContainerRefused.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.ContainerSigning;

/**
 * Opens containers from strangers: first whether the file can mean two things, then whether the head is one, then whether every file is the one that the head
 * names, then the signature, then whose it is. The first fault ends it. Files are streamed; memory is the same for a page and for a gigabyte.
 */
@ApplicationScoped
public class ContainerCheck {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 128 * 1024;

    private ContainerSigning signing;

    protected ContainerCheck() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public ContainerCheck(ContainerSigning signing) {
        this.signing = signing;
    }

    /**
     * Checks a container.
     *
     * @param ownCode to whom it must be
     * @param peerCode from whom it must be
     */
    public Checked check(Path file, String ownCode, String peerCode) throws IOException, ContainerRefused {
        return opened(file, directory -> {
            var found = whole(directory, head -> {
                require(head.sender().code().equals(peerCode), ExchangeFault.SENDER_WRONG, "from " + head.sender().code());
                require(head.recipient().code().equals(ownCode), ExchangeFault.RECIPIENT_WRONG, "to " + head.recipient().code());
            }, null);
            SealFaults.require(found.seal(), peerCode);
            return found;
        });
    }

    /**
     * Opens a container from anybody to anybody that is whole; whether its signature holds, and of whom, is in the report.
     *
     * @param prolonged the container's signature with later proof behind it, which is judged in its place; null if there is none
     */
    public Checked examine(Path file, byte[] prolonged) throws IOException, ContainerRefused {
        return opened(file, directory -> whole(directory, head -> { }, prolonged));
    }

    private interface Look {
        Checked at(ContainerDirectory directory) throws IOException, ContainerRefused;
    }

    private interface Demand {
        void of(LetterHead head) throws ContainerRefused;
    }

    private static Checked opened(Path file, Look look) throws IOException, ContainerRefused {
        var directory = ContainerDirectory.open(file);
        try {
            return look.at(directory);
        } catch (IOException | ContainerRefused | RuntimeException refused) {
            directory.close();
            throw refused;
        }
    }

    private Checked whole(ContainerDirectory directory, Demand demand, byte[] prolonged) throws IOException, ContainerRefused {
        requireType(directory);
        var xml = directory.head();
        var head = HeadXml.read(xml);
        demand.of(head);
        requireFiles(directory, head);
        ManifestXml.require(directory.manifest(), head.parts());
        var signatures = directory.signatures();
        require(prolonged == null || SignatureValue.of(prolonged).equals(SignatureValue.of(signatures)), ExchangeFault.SIGNATURE_CHANGED, "proof behind another signature");
        var report = signing.check(prolonged == null ? signatures : prolonged, SignedFiles.of(xml, head.parts(), part -> () -> directory.open(entry(directory, part))));
        return new Checked(directory, head, report);
    }

    /** The first file says what the whole is, in plain bytes. */
    private static void requireType(ContainerDirectory directory) throws IOException, ContainerRefused {
        var first = directory.entries().get(0);
        require(first.name().equals(ContainerNames.MIMETYPE) && first.method() == ContainerEntry.STORED, ExchangeFault.CONTAINER_TYPE, "no type before all");
        require(first.size() == ManifestXml.CONTAINER.length(), ExchangeFault.CONTAINER_TYPE, "another type");
        try (var in = directory.open(first)) {
            require(new String(in.readAllBytes(), StandardCharsets.US_ASCII).equals(ManifestXml.CONTAINER), ExchangeFault.CONTAINER_TYPE, "another type");
        } catch (EntryStream.Broken broken) {
            throw broken.refused(first.name());
        }
    }

    /** Every part that the head names is there as the head says, and nothing else is. */
    private static void requireFiles(ContainerDirectory directory, LetterHead head) throws IOException, ContainerRefused {
        for (var part : head.parts()) {
            var entry = directory.find(part.path()).orElseThrow(() -> new ContainerRefused(ExchangeFault.PART_MISSING, part.path()));
            require(entry.size() == part.size(), ExchangeFault.PART_CHANGED, "another size: " + part.path());
        }
        for (var entry : directory.entries()) {
            boolean named = head.parts().stream().anyMatch(part -> part.path().equals(entry.name()));
            require(named || !ContainerNames.isPart(entry.name()), ExchangeFault.PART_UNKNOWN, entry.name());
        }
        for (var part : head.parts()) {
            requireBytes(directory, part);
        }
    }

    private static void requireBytes(ContainerDirectory directory, LetterPart part) throws IOException, ContainerRefused {
        var digest = Sha256.begin();
        var buffer = new byte[BUFFER];
        try (var in = directory.open(entry(directory, part))) {
            int read = in.readNBytes(buffer, 0, BUFFER);
            boolean isPdf = read >= PDF.length && Arrays.equals(buffer, 0, PDF.length, PDF, 0, PDF.length);
            require(part.role() != LetterPart.Role.DOCUMENT || isPdf, ExchangeFault.DOCUMENT_TYPE, "the document is no PDF");
            while (read > 0) {
                digest.update(buffer, 0, read);
                read = in.readNBytes(buffer, 0, BUFFER);
            }
        } catch (EntryStream.Broken broken) {
            throw broken.refused(part.path());
        }
        require(HexFormat.of().formatHex(digest.digest()).equals(part.sha256()), ExchangeFault.PART_CHANGED, "another digest: " + part.path());
    }

    private static ContainerEntry entry(ContainerDirectory directory, LetterPart part) {
        return directory.find(part.path()).orElseThrow();
    }
}
