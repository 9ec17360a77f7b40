package jp.yakuba.exchange.service.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import jp.yakuba.exchange.api.ExchangeFault;

/** The bytes of a file in a zip file, never more than were declared; at the end it stands that they were as many, and the right ones. */
final class EntryStream extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final ContainerEntry entry;
    private final Inflater inflater;
    private final ByteBuffer packed = ByteBuffer.allocate(BUFFER).limit(0);
    private final CRC32 crc = new CRC32();
    private long from;
    private long unread;
    private long given;
    private boolean ended;

    EntryStream(FileChannel channel, ContainerEntry entry) {
        this.channel = channel;
        this.entry = entry;
        this.inflater = entry.method() == ContainerEntry.STORED ? null : new Inflater(true);
        this.from = entry.dataAt();
        this.unread = entry.packed();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int read = inflater == null ? stored(target, offset, length) : inflated(target, offset, length);
        if (read < 0) {
            end();
            return -1;
        }
        given += read;
        require(given <= entry.size(), ExchangeFault.PACKED_TOO_TIGHT, "more bytes than declared");
        crc.update(target, offset, read);
        return read;
    }

    private int stored(byte[] target, int offset, int length) throws IOException {
        if (unread == 0) {
            return -1;
        }
        return taken(ByteBuffer.wrap(target, offset, (int) Math.min(length, unread)));
    }

    private int inflated(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int made = inflater.inflate(target, offset, length);
                if (made > 0) {
                    return made;
                }
                if (inflater.finished() || inflater.needsDictionary()) {
                    return -1;
                }
                require(unread > 0, ExchangeFault.CONTAINER_UNREADABLE, "packed bytes are cut off");
                packed.clear().limit((int) Math.min(BUFFER, unread));
                taken(packed);
                inflater.setInput(packed.flip());
            }
        } catch (DataFormatException broken) {
            throw new Broken(ExchangeFault.CONTAINER_UNREADABLE, "packed bytes are broken", broken);
        }
    }

    private int taken(ByteBuffer target) throws IOException {
        int read = channel.read(target, from);
        require(read > 0, ExchangeFault.CONTAINER_UNREADABLE, "the file ends too early");
        from += read;
        unread -= read;
        return read;
    }

    private void end() throws IOException {
        ended = true;
        require(given == entry.size(), ExchangeFault.CONTAINER_AMBIGUOUS, "fewer bytes than declared");
        boolean allUsed = inflater == null || inflater.finished() && inflater.getRemaining() == 0;
        require(unread == 0 && allUsed, ExchangeFault.CONTAINER_AMBIGUOUS, "bytes behind the packed ones");
        require(crc.getValue() == entry.crc(), ExchangeFault.PART_CHANGED, "another checksum");
    }

    private static void require(boolean holds, ExchangeFault fault, String words) throws Broken {
        if (!holds) {
            throw new Broken(fault, words, null);
        }
    }

    /** The bytes are not what the directory says. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        private final ExchangeFault fault;

        Broken(ExchangeFault fault, String words, Throwable cause) {
            super(words, cause);
            this.fault = fault;
        }

        ContainerRefused refused(String name) {
            return new ContainerRefused(fault, getMessage() + ": " + name);
        }
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
        ended = true;
    }
}
