package jp.yakuba.application.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeMap;
import jp.yakuba.application.model.Attachment;
import jp.yakuba.application.model.Draft;
import jp.yakuba.kernel.Sha256;

/** The one form of a draft over which a signature is made: procedures, answers by path, and the hashes of its files. */
final class DraftSeal {
    private DraftSeal() {}

    /** SHA-256 of the draft as it stands. */
    static byte[] digest(Draft draft, List<Attachment> attachments) {
        var digest = Sha256.begin();
        feed(digest, "yakuba-draft-1");
        feed(digest, draft.id().toString());
        draft.procedures().forEach(code -> feed(digest, code));
        new TreeMap<>(draft.answers()).forEach((path, answer) -> {
            feed(digest, path);
            feed(digest, answer);
        });
        attachments.stream().map(Attachment::sha256).sorted().forEach(hash -> feed(digest, hash));
        return digest.digest();
    }

    private static void feed(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
