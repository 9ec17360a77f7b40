package jp.yakuba.document.service.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberRegister;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.PostedNotice;
import jp.yakuba.document.api.SealLine;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.service.record.ShieldedRecords;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Registers of what goes out as whoever acts may read them (発番簿, 公印使用簿, 掲示); whom a line concerns was looked at. */
@ApplicationScoped
public class DispatchRegisters {
    @Inject
    private Numbering numbering;

    @Inject
    private DispatchStore store;

    @Inject
    private OwnRecords own;

    @Inject
    private ShieldedRecords shielded;

    NumberRegister numbers(NumberSeries series, String section, int year, PageRequest page) {
        var found = numbering.register(series, section, year, page);
        own.lookedAtAll(found.rows().stream().map(NumberLine::recordId).filter(Objects::nonNull).toList(), "numbers");
        return new NumberRegister(shielded.hidden(found.rows(), NumberLine::words, NumberLine::withWords), found.last(), found.gaps(),
                shielded.hidden(found.open(), NumberLine::words, NumberLine::withWords), page);
    }

    Page<SealLine> seals(PageRequest page) {
        var found = store.listSeals(own.reader(), page);
        var readable = own.readable(found.rows().stream().map(SealLine::recordId).toList());
        own.lookedAtAll(readable, "seals");
        var rows = found.rows().stream().map(line -> readable.contains(line.recordId()) ? line : line.closed()).toList();
        return new Page<>(shielded.hidden(rows, SealLine::words, SealLine::withWords), found.total(), page);
    }

    Page<PostedNotice> notices(PageRequest page) {
        var found = store.listNotices(page);
        return new Page<>(shielded.hidden(found.rows(), PostedNotice::words, PostedNotice::withWords), found.total(), page);
    }
}
