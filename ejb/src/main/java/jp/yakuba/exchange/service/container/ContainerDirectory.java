package jp.yakuba.exchange.service.container;

import static jp.yakuba.exchange.api.ExchangeFault.CONTAINER_AMBIGUOUS;
import static jp.yakuba.exchange.api.ExchangeFault.CONTAINER_UNREADABLE;
import static jp.yakuba.exchange.api.ExchangeFault.TOO_MANY_PARTS;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.yakuba.exchange.api.ExchangeFault;

/**
 * What lies in a zip file, read so strictly that every program that can read it sees the same: the directory is where it must be, headers before
 * the files say what the directory says, files follow each other without gap or overlap, and nothing stands before, between or behind.
 */
final class ContainerDirectory implements Closeable {
    private static final long END = 0x06054b50L;
    private static final long END_64 = 0x06064b50L;
    private static final long PLACE_64 = 0x07064b50L;
    private static final int END_SIZE = 22;
    private static final int END_64_SIZE = 56;
    private static final int PLACE_64_SIZE = 20;
    private static final int MOST_ENTRIES = 512;
    private static final int LARGEST_DIRECTORY = 256 * 1024;
    private static final int LARGEST_SIGNATURES = 8 * 1024 * 1024;
    private static final int LONGEST_COMMENT = 65_535;

    private final FileChannel channel;
    private final List<ContainerEntry> entries;

    private ContainerDirectory(FileChannel channel, List<ContainerEntry> entries) {
        this.channel = channel;
        this.entries = entries;
    }

    /** Where the directory is, as the end of the file says. */
    private record End(long entries, long at, long size, long endsAt) {}

    /** Reads the directory; what is not strictly a zip file is refused. */
    static ContainerDirectory open(Path file) throws IOException, ContainerRefused {
        return open(file, ContainerNames::require);
    }

    /** What the names in a zip file must be. */
    interface Names {
        void require(List<String> names) throws ContainerRefused;
    }

    /** The same for a zip file with other names. */
    static ContainerDirectory open(Path file, Names names) throws IOException, ContainerRefused {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            var entries = entries(channel);
            names.require(entries.stream().map(ContainerEntry::name).toList());
            return new ContainerDirectory(channel, entries);
        } catch (IOException | ContainerRefused | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /** In the order in which they lie. */
    List<ContainerEntry> entries() {
        return entries;
    }

    Optional<ContainerEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** Opens the bytes of a file; reading refuses more, or fewer, than were declared. */
    InputStream open(ContainerEntry entry) {
        return new EntryStream(channel, entry);
    }

    /** The head as it stands. */
    byte[] head() throws IOException, ContainerRefused {
        return bytes(ContainerNames.HEAD, HeadXml.LARGEST, ExchangeFault.HEAD_MISSING, ExchangeFault.HEAD_TOO_LARGE);
    }

    /** The manifest as it stands. */
    byte[] manifest() throws IOException, ContainerRefused {
        return bytes(ContainerNames.MANIFEST, ManifestXml.LARGEST, ExchangeFault.MANIFEST_WRONG, ExchangeFault.MANIFEST_WRONG);
    }

    /** The signature as it stands. */
    byte[] signatures() throws IOException, ContainerRefused {
        return bytes(ContainerNames.SIGNATURES, LARGEST_SIGNATURES, ExchangeFault.SIGNATURE_MISSING, ExchangeFault.TOO_LARGE);
    }

    private byte[] bytes(String name, int largest, ExchangeFault missing, ExchangeFault tooLarge) throws IOException, ContainerRefused {
        var entry = find(name).orElseThrow(() -> new ContainerRefused(missing, name));
        ContainerRefused.require(entry.size() <= largest, tooLarge, entry.size() + " bytes: " + name);
        try (var in = open(entry)) {
            return in.readAllBytes();
        } catch (EntryStream.Broken broken) {
            throw broken.refused(name);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static List<ContainerEntry> entries(FileChannel channel) throws IOException, ContainerRefused {
        var end = end(channel);
        ContainerRefused.require(end.entries() <= MOST_ENTRIES && end.size() <= LARGEST_DIRECTORY, TOO_MANY_PARTS, end.entries() + " entries");
        ContainerRefused.require(end.at() >= 0 && end.at() + end.size() == end.endsAt(), CONTAINER_AMBIGUOUS, "the directory is not before its end");
        var records = new ZipBytes(channel, end.at(), (int) end.size());
        var found = new ArrayList<ContainerEntry>();
        while (records.hasMore()) {
            found.add(ContainerEntry.read(records));
        }
        ContainerRefused.require(found.size() == end.entries() && !found.isEmpty(), CONTAINER_AMBIGUOUS, "entries are counted otherwise than listed");
        found.sort(Comparator.comparingLong(ContainerEntry::at));
        long next = 0;
        for (int place = 0; place < found.size(); place++) {
            ContainerRefused.require(found.get(place).at() == next, CONTAINER_AMBIGUOUS, "a gap or an overlap before " + found.get(place).name());
            next = place + 1 < found.size() ? found.get(place + 1).at() : end.at();
            found.set(place, found.get(place).confirmed(channel, next));
        }
        return List.copyOf(found);
    }

    private static End end(FileChannel channel) throws IOException, ContainerRefused {
        long at = channel.size() - END_SIZE;
        ContainerRefused.require(at >= 0, CONTAINER_UNREADABLE, "no zip file");
        var end = new ZipBytes(channel, at, END_SIZE);
        if (end.u32() != END) {
            ContainerRefused.require(!isEndBefore(channel), CONTAINER_AMBIGUOUS, "something stands behind the end");
            throw new ContainerRefused(CONTAINER_UNREADABLE, "no zip file, or cut off");
        }
        ContainerRefused.require(end.u16() == 0 && end.u16() == 0, CONTAINER_UNREADABLE, "a zip file of many disks");
        int here = end.u16();
        int count = end.u16();
        ContainerRefused.require(here == count, CONTAINER_AMBIGUOUS, "entries are counted twice");
        var plain = new End(count, 0, end.u32(), 0);
        long start = end.u32();
        ContainerRefused.require(end.u16() == 0, CONTAINER_AMBIGUOUS, "a comment behind the end");
        boolean large = count == 0xFFFF || plain.size() == ZipBytes.MAX_32 || start == ZipBytes.MAX_32;
        return large ? largeEnd(channel, at) : new End(count, start, plain.size(), at);
    }

    private static End largeEnd(FileChannel channel, long endAt) throws IOException, ContainerRefused {
        ContainerRefused.require(endAt >= PLACE_64_SIZE + END_64_SIZE, CONTAINER_UNREADABLE, "no place for the large end");
        var place = new ZipBytes(channel, endAt - PLACE_64_SIZE, PLACE_64_SIZE);
        ContainerRefused.require(place.u32() == PLACE_64 && place.u32() == 0, CONTAINER_UNREADABLE, "no place of the large end");
        long at = place.u64();
        ContainerRefused.require(at == endAt - PLACE_64_SIZE - END_64_SIZE && place.u32() == 1, CONTAINER_AMBIGUOUS, "the large end is elsewhere");
        var end = new ZipBytes(channel, at, END_64_SIZE);
        ContainerRefused.require(end.u32() == END_64 && end.u64() == END_64_SIZE - 12, CONTAINER_UNREADABLE, "no large end");
        end.skip(4);
        ContainerRefused.require(end.u32() == 0 && end.u32() == 0, CONTAINER_UNREADABLE, "a zip file of many disks");
        long here = end.u64();
        long count = end.u64();
        ContainerRefused.require(here == count, CONTAINER_AMBIGUOUS, "entries are counted twice");
        long size = end.u64();
        return new End(count, end.u64(), size, at);
    }

    /** True if the file would be one, were it not for what stands behind. */
    private static boolean isEndBefore(FileChannel channel) throws IOException, ContainerRefused {
        int window = (int) Math.min(channel.size(), END_SIZE + LONGEST_COMMENT);
        var tail = new ZipBytes(channel, channel.size() - window, window);
        return tail.holds(END);
    }
}
