package jp.yakuba.signature.service;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeType;
import eu.europa.esig.dss.model.CommonDocument;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import jp.yakuba.signature.api.SignedFile;

/** A file known by its digest: its bytes are streamed only where another digest or an archive time stamp asks for them. */
final class KnownFile extends CommonDocument {
    private static final long serialVersionUID = 1L;

    private final transient SignedFile file;

    private KnownFile(SignedFile file) {
        this.file = file;
        this.name = file.name();
        this.mimeType = new Type(file.mediaType());
        this.digestMap.put(DigestAlgorithm.SHA256, HexFormat.of().parseHex(file.sha256()));
    }

    private record Type(String type) implements MimeType {
        @Override
        public String getMimeTypeString() {
            return type;
        }

        @Override
        public String getExtension() {
            return null;
        }
    }

    /** Files of which the digest is enough. */
    static List<DSSDocument> digests(List<SignedFile> files) {
        return files.stream().<DSSDocument>map(file -> new DigestDocument(
                DigestAlgorithm.SHA256, HexFormat.of().parseHex(file.sha256()), file.name(), new Type(file.mediaType()))).toList();
    }

    /** Files whose bytes are needed. */
    static List<DSSDocument> streams(List<SignedFile> files) {
        return files.stream().<DSSDocument>map(KnownFile::new).toList();
    }

    @Override
    public InputStream openStream() {
        try {
            return file.opener().open();
        } catch (IOException gone) {
            throw new DSSException("The file cannot be opened", gone);
        }
    }
}
