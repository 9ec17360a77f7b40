package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.document.api.TemplateDesk;
import jp.yakuba.document.api.TemplateSheet;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/templates.xhtml}: the templates that whoever acts keeps; each can be offered no more, or again. */
@Named
@RequestScoped
public class TemplatesPage {
    private static final String HERE = "/office/templates";

    @Inject
    private TemplateDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private List<TemplateSheet> all;

    /** Follows the button that was pressed. */
    public void open() throws IOException {
        if (Pages.isPost(request)) {
            try {
                follow("y_end", false);
                follow("y_offer", true);
                Pages.goTo(HERE);
            } catch (RuleViolation refusal) {
                faults.add(null, messages.explain(refusal));
            }
        }
    }

    /** The button carries the version that was seen, and the code behind it. */
    private void follow(String button, boolean offered) {
        var pressed = request.getParameter(button);
        if (pressed != null) {
            var parts = pressed.split("/", 2);
            if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
                throw new NotFound();
            }
            desk.offer(parts[1], Long.parseLong(parts[0]), offered);
        }
    }

    /** Those that are offered first. */
    public List<TemplateSheet> getAll() {
        if (all == null) {
            all = desk.list();
        }
        return all;
    }
}
