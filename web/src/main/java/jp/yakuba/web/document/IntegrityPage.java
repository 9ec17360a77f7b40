package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import jp.yakuba.document.api.IntegrityDesk;
import jp.yakuba.document.api.IntegrityKind;
import jp.yakuba.document.api.IntegrityPart;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/integrity.xhtml}: looks whether what is kept is as it was written, a part with each press of a button. */
@Named
@RequestScoped
public class IntegrityPage {
    @Inject
    private IntegrityDesk desk;

    @Inject
    private HttpServletRequest request;

    private IntegrityPart part;
    private long checked;
    private long found;

    /** Looks at the part that was asked for. */
    public void open() {
        if (!Pages.isPost(request)) {
            return;
        }
        var kind = Stream.of(IntegrityKind.values()).filter(one -> one.name().equals(request.getParameter("y_check")))
                .findFirst().orElseThrow(NotFound::new);
        var after = request.getParameter("after");
        try {
            part = desk.check(kind, after == null || after.isBlank() ? null : after);
        } catch (jakarta.ejb.EJBException unreadable) {
            throw unreadable.getCause() instanceof IllegalArgumentException ? new NotFound() : unreadable;
        }
        checked = before("checked") + part.checked();
        found = before("found") + (part.broken() == null ? 0 : 1);
    }

    private long before(String name) {
        var count = request.getParameter(name);
        return count != null && count.matches("[0-9]{1,12}") ? Long.parseLong(count) : 0;
    }

    public IntegrityKind[] getKinds() {
        return IntegrityKind.values();
    }

    /** What was just looked at; null before. */
    public IntegrityPart getPart() {
        return part;
    }

    /** How many do not hold so far. */
    public long getFound() {
        return found;
    }

    /** How many hold so far. */
    public long getChecked() {
        return checked;
    }
}
