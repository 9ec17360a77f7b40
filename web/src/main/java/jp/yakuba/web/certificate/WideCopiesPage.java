package jp.yakuba.web.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.certificate.api.CopyLine;
import jp.yakuba.certificate.api.WideCopyDesk;

/** Behind {@code office/wide-copies.xhtml}: what was asked today, and what is open. */
@Named
@RequestScoped
public class WideCopiesPage {
    @Inject
    private WideCopyDesk desk;

    private List<CopyLine> copies;

    /** Requests, the latest first. */
    public List<CopyLine> getCopies() {
        if (copies == null) {
            copies = desk.list();
        }
        return copies;
    }
}
