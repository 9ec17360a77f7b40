package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_FILE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.kernel.RuleViolation;

/** Opens files of records and proves records, for those who were let in already. */
@ApplicationScoped
public class RecordReading {
    @Inject
    private RecordStore records;

    @Inject
    private RecordSheets sheets;

    @Inject
    private FileDesk files;

    @Inject
    private Proof proof;

    @Inject
    private OwnRecords own;

    @Inject
    private Colleagues colleagues;

    @Inject
    private OwnReach reach;

    /** A file of the record, or the PDF/A beside it. */
    InputStream open(RecordLine line, int position, boolean rendition) {
        var file = sheets.files(line.id()).stream().filter(one -> one.position() == position).findFirst()
                .orElseThrow(() -> new RuleViolation(NO_SUCH_FILE));
        var sha256 = rendition ? file.renditionSha256() : file.sha256();
        if (sha256 == null) {
            throw new RuleViolation(NO_SUCH_FILE);
        }
        own.looked("document.open-file", line.id(), line.number() + " #" + position);
        return files.open(sha256);
    }

    Optional<HistoryBreak> verify(RecordLine line) {
        return proof.of(records.find(line.id()).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD)));
    }

    List<String> sectionsRead() {
        return reach.existing().flatMap(section -> reach.within(section).stream()).distinct().filter(reach::reads).toList();
    }

    /** The section and those it took over from; none if no section is asked for. */
    List<String> within(String section) {
        return reach.within(section);
    }

    /** Sections the actor keeps, the given one first. */
    List<String> sectionsKept(String first) {
        return reach.existing().filter(reach::keeps).sorted(Comparator.comparing(section -> !section.equals(first))).toList();
    }

    /** Members of staff of the section that has the affairs of a section today. */
    List<RecordSheet.Reader> colleagues(String section) {
        var present = reach.withinPresent(section).get(0);
        return colleagues.of(present).stream().map(one -> new RecordSheet.Reader(one.id(), one.name(), null)).toList();
    }
}
