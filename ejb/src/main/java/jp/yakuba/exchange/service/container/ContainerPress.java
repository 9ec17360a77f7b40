package jp.yakuba.exchange.service.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.signature.api.ContainerSigning;
import jp.yakuba.signature.api.Extended;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.SignedFile;

/** Makes containers: files are read once, digested while they are written, and never held whole in memory. */
@ApplicationScoped
public class ContainerPress {
    private ContainerSigning signing;

    protected ContainerPress() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public ContainerPress(ContainerSigning signing) {
        this.signing = signing;
    }

    /**
     * A file that goes along.
     *
     * @param size how many bytes it has; another number while reading is a fault
     */
    public record Source(String displayName, String mediaType, long size, Opener opener) {}

    /** Opens a file's bytes. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * Makes a container and signs it. What the recipient would refuse is refused here; then, and if anything fails, no file is left.
     *
     * @param head without parts
     */
    public SealedContainer seal(LetterHead head, Source document, List<Source> attachments, Hand hand, Path target) throws IOException, ContainerRefused {
        return seal(head, new Contents(document, attachments, null), hand, target);
    }

    /** What is put in; service is what a program reads, null in a plain letter. */
    public record Contents(Source document, List<Source> attachments, byte[] service) {}

    /** As above, with a part for the programs of the recipient. */
    public SealedContainer seal(LetterHead head, Contents contents, Hand hand, Path target) throws IOException, ContainerRefused {
        return orNothing(target, () -> {
            var parts = new ArrayList<LetterPart>();
            var writer = new ContainerWriter(target);
            LetterHead whole;
            try (writer) {
                parts.add(write(writer, ContainerNames.DOCUMENT, contents.document(), LetterPart.Role.DOCUMENT));
                for (var attachment : contents.attachments()) {
                    parts.add(write(writer, ContainerNames.attachment(parts.size(), attachment.displayName()), attachment, LetterPart.Role.ATTACHMENT));
                }
                if (contents.service() != null) {
                    parts.add(write(writer, ContainerNames.SERVICE, serviceOf(contents.service()), LetterPart.Role.SERVICE));
                }
                whole = head.with(parts);
                var xml = HeadXml.write(whole);
                writer.write(ContainerNames.HEAD, xml);
                writer.write(ContainerNames.MANIFEST, ManifestXml.write(parts));
                writer.write(ContainerNames.SIGNATURES, signing.sign(SignedFiles.of(xml, parts, part -> null), hand));
            }
            return new SealedContainer(writer.sha256(), writer.size(), whole);
        });
    }

    /** The same container with proof behind its signature; what was signed stays byte for byte. */
    public ExtendedContainer extend(Path container, Path target, Proof proof) throws IOException, ContainerRefused {
        return orNothing(target, () -> {
            try (var directory = ContainerDirectory.open(container)) {
                var xml = directory.head();
                var head = HeadXml.read(xml);
                var extended = signing.extend(directory.signatures(), SignedFiles.of(xml, head.parts(), part -> opener(directory, part)), proof);
                var writer = new ContainerWriter(target);
                try (writer) {
                    for (var part : head.parts()) {
                        try (var in = directory.open(directory.find(part.path()).orElseThrow())) {
                            writer.write(part.path(), in, part.size());
                        }
                    }
                    writer.write(ContainerNames.HEAD, xml);
                    writer.write(ContainerNames.MANIFEST, directory.manifest());
                    writer.write(ContainerNames.SIGNATURES, extended.content());
                }
                return new ExtendedContainer(new SealedContainer(writer.sha256(), writer.size(), head), extended.stampUntil());
            }
        });
    }

    /**
     * The signature of a container with proof behind it; the container itself is left as it is.
     *
     * @param latest the signature with the proof that was put behind it before; null for the one in the container
     */
    public Extended prolong(Path container, byte[] latest, Proof proof) throws IOException, ContainerRefused {
        try (var directory = ContainerDirectory.open(container)) {
            var xml = directory.head();
            var files = SignedFiles.of(xml, HeadXml.read(xml).parts(), part -> opener(directory, part));
            return signing.extend(latest == null ? directory.signatures() : latest, files, proof);
        }
    }

    private interface Work<T> {
        T done() throws IOException, ContainerRefused;
    }

    private static <T> T orNothing(Path target, Work<T> work) throws IOException, ContainerRefused {
        boolean made = false;
        try {
            var result = work.done();
            made = true;
            return result;
        } finally {
            if (!made) {
                Files.deleteIfExists(target);
            }
        }
    }

    private static LetterPart write(ContainerWriter writer, String path, Source source, LetterPart.Role role) throws IOException {
        try (var in = source.opener().open()) {
            return new LetterPart(path, source.displayName(), source.mediaType(), source.size(), writer.write(path, in, source.size()), role);
        }
    }

    private static Source serviceOf(byte[] xml) {
        return new Source(ContainerNames.SERVICE, ManifestXml.XML, xml.length, () -> new ByteArrayInputStream(xml));
    }

    private static SignedFile.Opener opener(ContainerDirectory directory, LetterPart part) {
        return () -> directory.open(directory.find(part.path()).orElseThrow());
    }
}
