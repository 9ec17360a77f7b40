package jp.yakuba.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** A page as it was sent to everybody: its bytes, the same compressed, its mark, and when it was made. */
record KeptPage(String type, byte[] plain, byte[] packed, String mark, long at) {
    static KeptPage of(String type, byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        var sum = new CRC32();
        sum.update(plain);
        return new KeptPage(type, plain, packed.toByteArray(),
                "W/\"" + Long.toHexString(sum.getValue()) + "-" + plain.length + "\"", System.nanoTime());
    }

    /** Sends it, or says that the reader has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, max-age=5");
        response.setHeader("Vary", "Cookie, Accept-Encoding");
        response.setHeader("ETag", mark);
        if (mark.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var accepts = request.getHeader("Accept-Encoding");
        var compressed = accepts != null && accepts.contains("gzip");
        var bytes = compressed ? packed : plain;
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
