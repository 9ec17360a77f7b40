package jp.yakuba.document.service.importing;

import static jp.yakuba.document.api.DocumentProblem.FILE_UNREADABLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.StagedUpload.Condition;
import jp.yakuba.document.model.importing.ImportColumn;
import jp.yakuba.document.model.importing.ImportRow;
import jp.yakuba.document.service.CheckedFile;
import jp.yakuba.document.service.FileIntake;
import jp.yakuba.document.service.importing.PreparedLines.Line;
import jp.yakuba.document.service.receipt.Readability;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Reads lines and looks at their files as at those of a letter, outside of every transaction: a slow scanner holds no row. */
@ApplicationScoped
public class ImportPreparation {
    private static final int MOST_LINES = 200;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Set<String> BESIDES = Set.of("message/rfc822");

    @Inject
    private FileIntake intake;

    @Inject
    private OfficeClock clock;

    /**
     * Where the lines are.
     *
     * @param done lines of the list that are done with
     * @param total lines of the list
     * @param onlyCheck true if no file is to be kept
     */
    record Position(int done, int total, boolean onlyCheck) {}

    /** The source itself cannot be read: a fault of the line, not of this machine. */
    private static final class SourceBroken extends IOException {
        private static final long serialVersionUID = 1L;

        SourceBroken(IOException cause) {
            super(cause);
        }
    }

    /** Reads and looks at the next lines: so many that a deed is short, so few that its files are not too large together. */
    PreparedLines next(ImportList list, Documents documents, Position position) throws IOException {
        var today = clock.today();
        int left = Math.min(MOST_LINES, position.total() - position.done());
        var prepared = new PreparedLines();
        try {
            while (prepared.count() < left && prepared.bytes() < MOST_BYTES) {
                var row = list.next(position.done() + prepared.count() + 2, today);
                if (row == null) {
                    prepared.addEmpty();
                } else {
                    prepared.add(new Line(row, filesOf(row, documents, position.onlyCheck())));
                }
            }
            return prepared;
        } catch (IOException | RuntimeException broken) {
            prepared.close();
            throw broken;
        }
    }

    private List<CheckedFile> filesOf(ImportRow row, Documents documents, boolean onlyCheck) throws IOException {
        var files = new ArrayList<CheckedFile>();
        try {
            for (var listed : row.files()) {
                var file = check(row, listed, documents);
                if (file != null) {
                    files.add(file);
                }
            }
            if (row.holds() && !onlyCheck) {
                return files;
            }
        } catch (IOException | RuntimeException broken) {
            close(files);
            throw broken;
        }
        close(files);
        return List.of();
    }

    private static void close(List<CheckedFile> files) throws IOException {
        for (var file : files) {
            file.close();
        }
    }

    /** The file if it can be taken; otherwise null, and the line says why. */
    private CheckedFile check(ImportRow row, ImportRow.ListedFile listed, Documents documents) throws IOException {
        try (var bytes = opened(documents, listed.path())) {
            if (bytes == null) {
                row.fault(ImportColumn.PATHS, "no-such-file", listed.path());
                return null;
            }
            var file = intake.check(bytes, listed.path(), ReceiptDesk.LARGEST_BYTES, BESIDES);
            var fault = faultOf(file, listed);
            if (fault == null) {
                return file;
            }
            file.close();
            row.fault(fault.equals("hash-differs") ? ImportColumn.HASHES : ImportColumn.PATHS, fault, listed.path());
        } catch (RuleViolation refusal) {
            row.fault(ImportColumn.PATHS, refusal.problem().code(), listed.path());
        } catch (SourceBroken broken) {
            row.fault(ImportColumn.PATHS, "unreadable", listed.path());
        }
        return null;
    }

    private static String faultOf(CheckedFile file, ImportRow.ListedFile listed) {
        if (!file.file().sha256().equals(listed.sha256())) {
            return "hash-differs";
        }
        var condition = Readability.of(file.path(), file.file().mediaType());
        return condition == Condition.BROKEN || condition == Condition.ENCRYPTED ? FILE_UNREADABLE.code() : null;
    }

    /** The bytes of a file; null if there is none. */
    private static InputStream opened(Documents documents, String path) throws SourceBroken {
        try {
            return documents.open(path).map(ImportPreparation::watched).orElse(null);
        } catch (IOException broken) {
            throw new SourceBroken(broken);
        }
    }

    private static InputStream watched(InputStream source) {
        return new FilterInputStream(source) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                try {
                    return super.read(target, offset, length);
                } catch (IOException broken) {
                    throw new SourceBroken(broken);
                }
            }
        };
    }
}
