package jp.yakuba.exchange.service.container;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import jp.yakuba.exchange.api.ExchangeFault;

/** Some bytes of a zip file, read as its numbers are written: the small end first, without sign. */
final class ZipBytes {
    static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MASK_16 = 0xFFFF;

    private final ByteBuffer bytes;

    ZipBytes(FileChannel channel, long at, int length) throws IOException, ContainerRefused {
        bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        long from = at;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, from);
            ContainerRefused.require(read > 0, ExchangeFault.CONTAINER_UNREADABLE, "the file ends too early");
            from += read;
        }
        bytes.flip();
    }

    private ZipBytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    int u16() throws ContainerRefused {
        try {
            return bytes.getShort() & MASK_16;
        } catch (BufferUnderflowException over) {
            throw cutOff();
        }
    }

    long u32() throws ContainerRefused {
        try {
            return bytes.getInt() & MAX_32;
        } catch (BufferUnderflowException over) {
            throw cutOff();
        }
    }

    /** A large number; more than a file can have is refused. */
    long u64() throws ContainerRefused {
        try {
            long value = bytes.getLong();
            ContainerRefused.require(value >= 0, ExchangeFault.CONTAINER_UNREADABLE, "an impossible number");
            return value;
        } catch (BufferUnderflowException over) {
            throw cutOff();
        }
    }

    void skip(int length) throws ContainerRefused {
        part(length);
    }

    ZipBytes part(int length) throws ContainerRefused {
        if (length > bytes.remaining()) {
            throw cutOff();
        }
        var part = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return new ZipBytes(part);
    }

    String text() throws ContainerRefused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException broken) {
            throw new ContainerRefused(ExchangeFault.NAME_FORBIDDEN, "a name is not in UTF-8");
        }
    }

    boolean holds(long number) {
        for (int at = 0; at + Integer.BYTES <= bytes.limit(); at++) {
            if ((bytes.getInt(at) & MAX_32) == number) {
                return true;
            }
        }
        return false;
    }

    private static ContainerRefused cutOff() {
        return new ContainerRefused(ExchangeFault.CONTAINER_UNREADABLE, "a header is cut off");
    }
}
