package jp.yakuba.document.service.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.NoResultException;
import java.io.IOException;
import jp.yakuba.document.api.IntegrityKind;
import jp.yakuba.document.api.IntegrityPart;
import jp.yakuba.document.api.IntegrityPart.Broken;
import jp.yakuba.document.model.VerifiedContent;
import jp.yakuba.document.store.FileStore;
import jp.yakuba.document.store.disposal.ProofStore;

/** Reads kept files piece by piece and compares what they give with their names. */
@ApplicationScoped
public class FileProof {
    private static final int PART = 200;
    private static final int BUFFER = 64 * 1024;

    /** So many bytes make a part in any case, however few files they are. */
    private static final long PART_BYTES = 256L * 1024 * 1024;

    @Inject
    private ProofStore store;

    @Inject
    private FileStore files;

    /** The next files after the one named. */
    IntegrityPart check(String after) {
        var part = store.listFiles(after, PART);
        long bytes = 0;
        int checked = 0;
        for (var file : part) {
            var fault = faultOf(file);
            if (fault != null) {
                return new IntegrityPart(IntegrityKind.FILES, checked, file.sha256(), fault);
            }
            checked++;
            bytes += file.size();
            if (bytes > PART_BYTES) {
                return new IntegrityPart(IntegrityKind.FILES, checked, file.sha256(), null);
            }
        }
        var next = part.size() < PART ? null : part.get(part.size() - 1).sha256();
        return new IntegrityPart(IntegrityKind.FILES, checked, next, null);
    }

    private Broken faultOf(ProofStore.KeptFile file) {
        var read = new int[1];
        var shape = new FileStore.Shape(file.chunks());
        try (var bytes = new VerifiedContent(file.sha256(), Math.max(1, file.chunks()), number -> {
            read[0] = number;
            return files.piece(file.sha256(), shape, number);
        })) {
            long size = 0;
            var buffer = new byte[BUFFER];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                size += count;
            }
            return size == file.size() ? null : broken(file, null, "size");
        } catch (NoResultException gone) {
            return broken(file, String.valueOf(read[0] + 1), "piece");
        } catch (IOException damaged) {
            return broken(file, null, "bytes");
        }
    }

    private Broken broken(ProofStore.KeptFile file, String where, String fault) {
        var number = store.findNumberByFile(file.sha256()).map(one -> one + " ").orElse("");
        return new Broken(number + file.sha256(), where, fault);
    }
}
