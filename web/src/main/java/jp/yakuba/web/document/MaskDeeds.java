package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.DrawMask;
import jp.yakuba.document.api.MaskDesk;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** What is done with a sheet of masks on its page: drawn on, handed on, given back, fixed, copied, thrown away. */
@RequestScoped
public class MaskDeeds {
    @Inject
    private MaskDesk desk;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    /** Follows the button that was pressed; where to go then, or null if something is to be mended first. */
    String follow(UUID id, MaskForm form) {
        if (form.has("y_draw")) {
            return draw(id, form);
        }
        if (form.has("y_back")) {
            return giveBack(id, form);
        }
        if (form.has("y_discard")) {
            var thrown = desk.get(id);
            desk.discard(id, form.version());
            return "/office/record?id=" + thrown.recordId();
        }
        simple(id, form).entrySet().stream().filter(deed -> form.has(deed.getKey())).findFirst().ifPresent(deed -> deed.getValue().run());
        return again(id, form);
    }

    private Map<String, Runnable> simple(UUID id, MaskForm form) {
        return Map.of("y_off", () -> desk.takeOff(id, form.version(), Pages.id(form.given("y_off"))),
                "y_propose", () -> desk.propose(id, form.version()),
                "y_fix", () -> desk.fix(id, form.version()),
                "y_copy", () -> desk.orderCopy(id));
    }

    private String draw(UUID id, MaskForm form) {
        form.missing().forEach(field -> faults.add(field, messages.get("document.mask." + field + ".missing")));
        if (faults.getCount() > 0) {
            return null;
        }
        desk.draw(new DrawMask(id, form.version(), form.mask(), form.place(), form.ground(), form.given("reason")));
        return again(id, form);
    }

    private String giveBack(UUID id, MaskForm form) {
        if (form.given("why").isEmpty()) {
            faults.add("why", messages.get("document.mask.why.missing"));
            return null;
        }
        desk.giveBack(id, form.version(), form.given("why"));
        return again(id, form);
    }

    private static String again(UUID id, MaskForm form) {
        return "/office/mask?sheet=" + id + "&page=" + form.page();
    }
}
