package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.document.api.ArchiveChoice;
import jp.yakuba.document.api.ChooseForArchive;
import jp.yakuba.document.api.DisposalSheet.Item;
import jp.yakuba.document.api.DisposalVerdict;
import jp.yakuba.document.api.JudgeDossier;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;

/** What is typed on the page of a list of disposal; what is wrong is told at its field. */
@Named
@RequestScoped
public class DisposalForm {
    private static final int LONGEST = 30;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    /** What a field says; empty if nothing. */
    String given(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    boolean pressed(String button) {
        return request.getParameter(button) != null;
    }

    /** The version of the list that was seen. */
    long version() {
        return given("version").matches("[0-9]{1,18}") ? Long.parseLong(given("version")) : -1;
    }

    /** True, and told, if a needed reason is missing. */
    boolean needs(String field) {
        return needs(field, "document.hold.reason.missing");
    }

    /** True, and told with these words, if what is needed is missing. */
    boolean needs(String field, String key) {
        if (given(field).isEmpty()) {
            faults.add(field, messages.get(key));
        }
        return given(field).isEmpty();
    }

    /** What the section proposes for the files; those without an answer are left out. */
    List<JudgeDossier> verdicts(List<Item> items) {
        var all = new ArrayList<JudgeDossier>();
        for (var item : items) {
            var id = item.dossierId();
            var verdict = Stream.of(DisposalVerdict.values()).filter(one -> one.name().equals(given("verdict" + id))).findFirst();
            var years = given("years" + id).matches("[0-9]{1,2}") ? Integer.valueOf(given("years" + id)) : null;
            if (verdict.filter(DisposalVerdict.EXTEND::equals).isPresent()) {
                if (years == null || years < 1 || years > LONGEST) {
                    faults.add("years" + id, messages.of("document.disposal.years.wrong", item.title(), LONGEST));
                }
                if (given("reason" + id).isEmpty()) {
                    faults.add("reason" + id, messages.of("document.disposal.reason.missing", item.title()));
                }
            }
            verdict.ifPresent(one -> all.add(new JudgeDossier(id, one, years, given("reason" + id))));
        }
        return all;
    }

    /** What the archivist chooses for the files; those kept longer by the section are left out. */
    List<ChooseForArchive> choices(List<Item> items) {
        var all = new ArrayList<ChooseForArchive>();
        for (var item : items) {
            var id = item.dossierId();
            var choice = Stream.of(ArchiveChoice.values()).filter(one -> one.name().equals(given("choice" + id))).findFirst();
            if (choice.filter(ArchiveChoice.KEEP::equals).isPresent() && given("reason" + id).isEmpty()) {
                faults.add("reason" + id, messages.of("document.disposal.reason.missing", item.title()));
            }
            choice.ifPresent(one -> all.add(new ChooseForArchive(id, one, given("reason" + id))));
        }
        return all;
    }

    /** The verdict that is chosen on the page: the one typed, else the one kept. */
    public String verdictOf(Item item) {
        return or("verdict", item, item.verdict());
    }

    public String yearsOf(Item item) {
        return or("years", item, item.years());
    }

    /** The reason that stands on the page of the section. */
    public String reasonOf(Item item) {
        return or("reason", item, item.verdictReason());
    }

    /** The choice that is proposed to the archivist: the one typed, the one kept, else what the section offers. */
    public String choiceOf(Item item) {
        return or("choice", item, item.choice() != null ? item.choice()
                : item.verdict() == DisposalVerdict.OFFER ? ArchiveChoice.KEEP : ArchiveChoice.LEAVE);
    }

    /** The reason that stands on the page of the archivist. */
    public String choiceReasonOf(Item item) {
        return or("reason", item, item.choiceReason());
    }

    private String or(String field, Item item, Object kept) {
        var typed = request.getParameter(field + item.dossierId());
        return typed != null ? typed : kept == null ? "" : kept.toString();
    }

    /** What was typed into a field, so that nothing is lost by a fault. */
    public String typed(String field) {
        return given(field);
    }
}
