package jp.yakuba.application.api;

import java.util.UUID;

/** An attached file: id, path of its question, name, size in bytes, media type by content. */
public record AttachmentView(UUID id, String path, String name, long size, String mediaType) {
    /** The file under another name. */
    public AttachmentView withName(String other) {
        return new AttachmentView(id, path, other, size, mediaType);
    }
}
