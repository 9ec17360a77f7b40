package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ProtectionView;
import jp.yakuba.resident.api.ReleaseView;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/**
 * Behind {@code office/protection.xhtml}: who is shielded and until when, and the requests to see a shielded address, which
 * a second person grants or refuses.
 */
@Named
@RequestScoped
public class ProtectionPage {
    @Inject
    private ProtectionDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private Page<ProtectionView> standing;
    private Page<ReleaseView> releases;

    /** Follows the button that was pressed. */
    public void open() throws IOException {
        if (!Pages.isPost(request)) {
            return;
        }
        try {
            follow("y_grant", desk::grantRelease);
            follow("y_refuse", desk::refuseRelease);
            Pages.goTo("/office/protection");
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    /** The button carries the request and the version that was seen. */
    private void follow(String name, BiConsumer<UUID, Long> deed) {
        var pressed = request.getParameter(name);
        if (pressed == null) {
            return;
        }
        var parts = pressed.split("/");
        if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
            throw new NotFound();
        }
        deed.accept(Pages.id(parts[0]), Long.valueOf(parts[1]));
    }

    private PageRequest part(String name) {
        var number = request.getParameter(name);
        return new PageRequest(number == null || !number.matches("\\d{1,4}") ? 0 : Integer.parseInt(number), DeskRows.ROWS);
    }

    /** Where the part before is; empty on the first. */
    public String before(String name) {
        return part(name).number() == 0 ? "" : there(name, part(name).number() - 1);
    }

    /** Where the next part is; empty on the last. */
    public String after(String name) {
        var shown = "page".equals(name) ? getStanding() : getReleases();
        return shown.hasNext() ? there(name, part(name).number() + 1) : "";
    }

    private static String there(String name, int number) {
        return "/office/protection?" + name + "=" + number;
    }

    /** Protections that stand, the first to end first. */
    public Page<ProtectionView> getStanding() {
        if (standing == null) {
            standing = desk.listStanding(part("page"));
        }
        return standing;
    }

    /** Requests that wait for a second person. */
    public Page<ReleaseView> getReleases() {
        if (releases == null) {
            releases = desk.listWaitingReleases(part("waiting"));
        }
        return releases;
    }
}
