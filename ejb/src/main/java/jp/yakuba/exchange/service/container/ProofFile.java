package jp.yakuba.exchange.service.container;

import static jp.yakuba.exchange.service.container.ContainerRefused.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.yakuba.exchange.api.ExchangeFault;

/** What somebody brings to have it checked: a container alone, or evidence with a container in it, which is laid out until it is closed. */
final class ProofFile implements AutoCloseable {
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
    private static final int LARGEST_SIGNATURES = 8 * 1024 * 1024;
    private static final int LARGEST_ANCHOR = 32 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final Path container;
    private final byte[] answer;
    private final byte[] signatures;
    private final boolean laidOut;

    private ProofFile(Path container, byte[] answer, byte[] signatures, boolean laidOut) {
        this.container = container;
        this.answer = answer;
        this.signatures = signatures;
        this.laidOut = laidOut;
    }

    /**
     * Opens it.
     *
     * @param largest how many bytes the container may have
     */
    static ProofFile open(Path file, long largest) throws IOException, ContainerRefused {
        if (isContainer(file)) {
            return new ProofFile(file, null, null, false);
        }
        try (var evidence = ContainerDirectory.open(file, ProofNames::require)) {
            var entry = evidence.entries().stream().filter(one -> ProofNames.isContainer(one.name())).findFirst().orElseThrow();
            require(entry.size() <= largest, ExchangeFault.TOO_LARGE, entry.size() + " bytes");
            var answer = bytes(evidence, ProofNames.ANSWER, LARGEST_ANSWER);
            var signatures = bytes(evidence, ProofNames.SIGNATURES, LARGEST_SIGNATURES);
            var container = Files.createTempFile("yakuba-proof-", ".asice");
            try {
                copy(evidence, entry, container);
                return new ProofFile(container, answer, signatures, true);
            } catch (IOException | ContainerRefused | RuntimeException broken) {
                Files.deleteIfExists(container);
                throw broken;
            }
        }
    }

    /** Lays those whom the handing office trusts into the folder; how many there are. */
    static int anchors(Path file, Path folder) throws IOException, ContainerRefused {
        int found = 0;
        if (!isContainer(file)) {
            try (var evidence = ContainerDirectory.open(file, ProofNames::require)) {
                for (var entry : evidence.entries()) {
                    if (ProofNames.isAnchor(entry.name())) {
                        Files.write(folder.resolve(entry.name().substring(ProofNames.TRUST.length())), bytes(evidence, entry, LARGEST_ANCHOR));
                        found++;
                    }
                }
            }
        }
        return found;
    }

    /** A container begins with its type, as every program sees. */
    private static boolean isContainer(Path file) throws IOException, ContainerRefused {
        try (var any = ContainerDirectory.open(file, names -> { })) {
            return any.entries().get(0).name().equals(ContainerNames.MIMETYPE);
        }
    }

    private static byte[] bytes(ContainerDirectory evidence, String name, int largest) throws IOException, ContainerRefused {
        var entry = evidence.find(name);
        return entry.isPresent() ? bytes(evidence, entry.get(), largest) : null;
    }

    private static byte[] bytes(ContainerDirectory evidence, ContainerEntry entry, int largest) throws IOException, ContainerRefused {
        require(entry.size() <= largest, ExchangeFault.TOO_LARGE, entry.name());
        try (var in = evidence.open(entry)) {
            return in.readAllBytes();
        } catch (EntryStream.Broken broken) {
            throw broken.refused(entry.name());
        }
    }

    private static void copy(ContainerDirectory evidence, ContainerEntry entry, Path to) throws IOException, ContainerRefused {
        var buffer = new byte[BUFFER];
        try (var in = evidence.open(entry); var out = Files.newOutputStream(to)) {
            for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, 0, BUFFER)) {
                out.write(buffer, 0, read);
            }
        } catch (EntryStream.Broken broken) {
            throw broken.refused(entry.name());
        }
    }

    Path container() {
        return container;
    }

    /** The answer that lies beside it; null if none does. */
    byte[] answer() {
        return answer;
    }

    /** The signature with later proof that lies beside it; null if none does. */
    byte[] signatures() {
        return signatures;
    }

    @Override
    public void close() throws IOException {
        if (laidOut) {
            Files.deleteIfExists(container);
        }
    }
}
