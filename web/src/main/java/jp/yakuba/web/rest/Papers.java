package jp.yakuba.web.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import jp.yakuba.web.shell.Download;

/** Papers as answers: written before the first byte leaves, so that a refusal is still told as one. */
final class Papers {
    private Papers() {}

    /** A PDF to be looked at. */
    static Response pdf(StreamingOutput paper, String name) {
        var bytes = new ByteArrayOutputStream();
        try {
            paper.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Response.ok(bytes.toByteArray(), "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name.replaceAll("[^A-Za-z0-9.-]", "_") + ".pdf\"")
                .header("Cache-Control", "no-store").build();
    }

    /** A file that somebody attached: always to be saved, never shown as a page. */
    static Response file(StreamingOutput file, String name, String mediaType) {
        return Response.ok(file, mediaType)
                .header("Content-Disposition", Download.as(name))
                .header("Cache-Control", "no-store").build();
    }
}
