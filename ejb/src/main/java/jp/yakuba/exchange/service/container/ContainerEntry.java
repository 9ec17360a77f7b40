package jp.yakuba.exchange.service.container;

import static jp.yakuba.exchange.api.ExchangeFault.CONTAINER_AMBIGUOUS;
import static jp.yakuba.exchange.api.ExchangeFault.CONTAINER_ENCRYPTED;
import static jp.yakuba.exchange.api.ExchangeFault.CONTAINER_UNREADABLE;
import static jp.yakuba.exchange.api.ExchangeFault.NAME_FORBIDDEN;
import static jp.yakuba.exchange.api.ExchangeFault.PACKED_TOO_TIGHT;
import static jp.yakuba.exchange.service.container.ContainerRefused.require;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Set;

/**
 * A file in a zip file, as the directory and the header before it say with one voice.
 *
 * @param packed how many bytes it takes
 * @param size how many bytes it has
 * @param at where its header begins
 * @param dataAt where its bytes begin; -1 until the header was read
 */
record ContainerEntry(String name, int flags, int method, long crc, long packed, long size, long at, long dataAt) {
    static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long LISTED = 0x02014b50L;
    private static final long LOCAL = 0x04034b50L;
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final int LOCAL_SIZE = 30;
    private static final int MADE_BEHIND = 1 << 3;
    private static final int UTF_8 = 1 << 11;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int TAKEN = 1 << 1 | 1 << 2 | MADE_BEHIND | UTF_8;
    private static final int NEWEST = 45;
    private static final int LARGE = 0x0001;
    private static final Set<Integer> ENCRYPTION = Set.of(0x0017, 0x9901);
    /** Times and owners: nobody reads a letter otherwise for them. */
    private static final Set<Integer> HARMLESS = Set.of(0x5455, 0x7875, 0x000a);
    private static final int LINK = 0xA000;
    private static final int KIND = 0xF000;
    private static final long TIGHT_FROM = 1024L * 1024;
    private static final long TIGHTEST = 100;

    /** What an extra field says of a large file. */
    private record Extra(long size, long packed, long at) {}

    /** The next of the directory. */
    static ContainerEntry read(ZipBytes list) throws ContainerRefused {
        require(list.u32() == LISTED, CONTAINER_UNREADABLE, "the directory is broken");
        list.skip(2);
        requireVersion(list.u16());
        int flags = list.u16();
        int method = list.u16();
        list.skip(4);
        long crc = list.u32();
        long packed = list.u32();
        long size = list.u32();
        int nameLength = list.u16();
        int extraLength = list.u16();
        require(list.u16() == 0, CONTAINER_AMBIGUOUS, "a comment on an entry");
        require(list.u16() == 0, CONTAINER_UNREADABLE, "a zip file of many disks");
        list.skip(2);
        long kind = list.u32() >> 16 & KIND;
        long at = list.u32();
        var name = name(list.part(nameLength), flags);
        require(kind != LINK, NAME_FORBIDDEN, "a link: " + name);
        var extra = extra(list.part(extraLength), new Extra(size, packed, at));
        return new ContainerEntry(name, flags, method, crc, extra.packed(), extra.size(), extra.at(), -1).required();
    }

    private ContainerEntry required() throws ContainerRefused {
        require((flags & ENCRYPTED) == 0, CONTAINER_ENCRYPTED, name);
        require((flags & ~TAKEN) == 0, CONTAINER_UNREADABLE, "flags of " + name);
        require(method == STORED || method == DEFLATED, CONTAINER_UNREADABLE, "packed in an unknown way: " + name);
        require(method != STORED || packed == size, CONTAINER_AMBIGUOUS, "stored in another size: " + name);
        require(size < TIGHT_FROM || size / Math.max(1, packed) <= TIGHTEST, PACKED_TOO_TIGHT, size + " bytes in " + packed + ": " + name);
        return this;
    }

    /** The same after its header was read and says the same; it ends where the next begins. */
    ContainerEntry confirmed(FileChannel channel, long next) throws IOException, ContainerRefused {
        require(next - at >= LOCAL_SIZE, CONTAINER_AMBIGUOUS, "no place for " + name);
        var local = new ZipBytes(channel, at, LOCAL_SIZE);
        require(local.u32() == LOCAL, CONTAINER_AMBIGUOUS, "no header before " + name);
        requireVersion(local.u16());
        require(local.u16() == flags && local.u16() == method, CONTAINER_AMBIGUOUS, "another way of packing before " + name);
        local.skip(4);
        long localCrc = local.u32();
        long localPacked = local.u32();
        long localSize = local.u32();
        int nameLength = local.u16();
        int extraLength = local.u16();
        var rest = new ZipBytes(channel, at + LOCAL_SIZE, nameLength + extraLength);
        require(name(rest.part(nameLength), flags).equals(name), CONTAINER_AMBIGUOUS, "another name before " + name);
        var extra = extra(rest.part(extraLength), new Extra(localSize, localPacked, 0));
        boolean behind = (flags & MADE_BEHIND) != 0;
        require(!behind || method == DEFLATED, CONTAINER_AMBIGUOUS, "who reads on does not know where it ends: " + name);
        boolean same = localCrc == crc && extra.packed() == packed && extra.size() == size;
        require(same || behind && localCrc == 0 && extra.packed() == 0 && extra.size() == 0, CONTAINER_AMBIGUOUS, "other sizes before " + name);
        long dataAt = at + LOCAL_SIZE + nameLength + extraLength;
        long over = next - dataAt - packed;
        require(behind ? isDescribed(channel, dataAt + packed, over) : over == 0, CONTAINER_AMBIGUOUS, "a gap or an overlap behind " + name);
        return new ContainerEntry(name, flags, method, crc, packed, size, at, dataAt);
    }

    /** True if between the bytes and the next file stands nothing but what describes the bytes. */
    private boolean isDescribed(FileChannel channel, long from, long length) throws IOException, ContainerRefused {
        if (length != 12 && length != 16 && length != 20 && length != 24) {
            return false;
        }
        var described = new ZipBytes(channel, from, (int) length);
        if ((length == 16 || length == 24) && described.u32() != DESCRIPTOR) {
            return false;
        }
        boolean large = length >= 20;
        return described.u32() == crc && (large ? described.u64() : described.u32()) == packed && (large ? described.u64() : described.u32()) == size;
    }

    private static void requireVersion(int version) throws ContainerRefused {
        require((version & 0xFF) <= NEWEST, CONTAINER_UNREADABLE, "a zip file of version " + version);
    }

    private static String name(ZipBytes bytes, int flags) throws ContainerRefused {
        var name = bytes.text();
        require((flags & UTF_8) != 0 || name.chars().allMatch(letter -> letter < 0x80), NAME_FORBIDDEN, "a name of unknown letters");
        return name;
    }

    private static Extra extra(ZipBytes fields, Extra plain) throws ContainerRefused {
        var found = plain;
        boolean seen = false;
        while (fields.hasMore()) {
            int kind = fields.u16();
            var value = fields.part(fields.u16());
            require(!ENCRYPTION.contains(kind), CONTAINER_ENCRYPTED, "encrypted");
            require(kind == LARGE ? !seen : HARMLESS.contains(kind), CONTAINER_AMBIGUOUS, "an extra field " + Integer.toHexString(kind));
            if (kind == LARGE) {
                seen = true;
                found = large(value, plain);
            }
        }
        return found;
    }

    private static Extra large(ZipBytes value, Extra plain) throws ContainerRefused {
        long size = plain.size() == ZipBytes.MAX_32 ? value.u64() : plain.size();
        long packed = plain.packed() == ZipBytes.MAX_32 ? value.u64() : plain.packed();
        long at = plain.at() == ZipBytes.MAX_32 ? value.u64() : plain.at();
        require(!value.hasMore(), CONTAINER_AMBIGUOUS, "sizes that nobody needs");
        return new Extra(size, packed, at);
    }
}
