package jp.yakuba.document.service.disposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jp.yakuba.document.api.IntegrityDesk;
import jp.yakuba.document.api.IntegrityKind;
import jp.yakuba.document.api.IntegrityPart;
import jp.yakuba.kernel.Role;

/** Behind the desk of integrity: looks at a part at a time, so that no table is ever held whole. */
@Stateless
@RunAs(Role.DESK)
public class IntegrityDeskBean implements IntegrityDesk {
    private FileProof files;
    private HistoryProof histories;
    private NumberProof numbers;
    private DisposalNotes notes;

    protected IntegrityDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public IntegrityDeskBean(FileProof files, HistoryProof histories, NumberProof numbers, DisposalNotes notes) {
        this.files = files;
        this.histories = histories;
        this.numbers = numbers;
        this.notes = notes;
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.AUDITOR})
    public IntegrityPart check(IntegrityKind kind, String after) {
        if (after == null) {
            notes.looked("document.integrity.check", "page", kind.name());
        }
        return switch (kind) {
            case FILES -> files.check(after);
            case HISTORIES -> histories.check(after);
            case NUMBERS -> numbers.checkSeries(after);
            case PROTOCOLS -> numbers.checkProtocols(after);
        };
    }
}
