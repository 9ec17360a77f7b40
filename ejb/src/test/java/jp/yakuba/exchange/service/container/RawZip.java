package jp.yakuba.exchange.service.container;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files as a forger would: every number may be a lie. For tests. */
final class RawZip {
    final List<Item> items = new ArrayList<>();
    byte[] before = {};
    byte[] beforeDirectory = {};
    byte[] behind = {};
    byte[] comment = {};

    /** A file, and what its two headers say of it. */
    static final class Item {
        String name;
        String localName;
        byte[] data;
        int method;
        int flags = 1 << 11;
        Long size;
        Long localSize;
        Long crc;
        byte[] extra = {};
        byte[] localExtra = {};
        long attributes;
        byte[] packed;
        /** Lies where this one lies. */
        Item sharing;
        private int at;

        Item(String name, byte[] data) {
            this.name = name;
            this.data = data;
        }

        private byte[] packed() {
            if (packed != null) {
                return packed;
            }
            if (method != 8) {
                return data;
            }
            var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }

        private long crc() {
            if (crc != null) {
                return crc;
            }
            var sum = new CRC32();
            sum.update(data);
            return sum.getValue();
        }
    }

    Item item(String name) {
        return items.stream().filter(item -> item.name.equals(name)).findFirst().orElseThrow();
    }

    Item add(String name, byte[] data) {
        var item = new Item(name, data);
        items.add(item);
        return item;
    }

    void remove(String name) {
        items.remove(item(name));
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(before);
        for (var item : items) {
            if (item.sharing != null) {
                item.at = item.sharing.at;
                continue;
            }
            item.at = out.size() - before.length;
            out.writeBytes(local(item));
            out.writeBytes(item.packed());
        }
        out.writeBytes(beforeDirectory);
        int at = out.size() - before.length;
        items.forEach(item -> out.writeBytes(listed(item)));
        int size = out.size() - before.length - at;
        var end = numbers(22 + comment.length);
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort((short) items.size()).putShort((short) items.size())
                .putInt(size).putInt(at).putShort((short) comment.length).put(comment);
        out.writeBytes(end.array());
        out.writeBytes(behind);
        return out.toByteArray();
    }

    private static byte[] local(Item item) {
        var name = (item.localName == null ? item.name : item.localName).getBytes(StandardCharsets.UTF_8);
        var header = numbers(30 + name.length + item.localExtra.length);
        header.putInt(0x04034b50).putShort((short) 20).putShort((short) item.flags).putShort((short) item.method).putInt(0)
                .putInt((int) item.crc()).putInt(item.packed().length).putInt((int) (item.localSize != null ? item.localSize : size(item)))
                .putShort((short) name.length).putShort((short) item.localExtra.length).put(name).put(item.localExtra);
        return header.array();
    }

    private static byte[] listed(Item item) {
        var name = item.name.getBytes(StandardCharsets.UTF_8);
        var header = numbers(46 + name.length + item.extra.length);
        header.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20).putShort((short) item.flags).putShort((short) item.method).putInt(0)
                .putInt((int) item.crc()).putInt(item.packed().length).putInt((int) size(item)).putShort((short) name.length)
                .putShort((short) item.extra.length).putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt((int) item.attributes)
                .putInt(item.at).put(name).put(item.extra);
        return header.array();
    }

    private static long size(Item item) {
        return item.size != null ? item.size : item.data.length;
    }

    /** An extra field. */
    static byte[] field(int kind, byte[] value) {
        return numbers(4 + value.length).putShort((short) kind).putShort((short) value.length).put(value).array();
    }

    private static ByteBuffer numbers(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The first half. */
    static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
