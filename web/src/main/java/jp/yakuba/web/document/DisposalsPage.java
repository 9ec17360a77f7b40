package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DisposalDesk;
import jp.yakuba.document.api.DisposalLine;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.document.api.ProtocolView;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/disposals.xhtml} and {@code office/protocols.xhtml}: lists of disposal, and what is left of what went. */
@Named
@RequestScoped
public class DisposalsPage {
    private static final int PART = 50;

    @Inject
    private DisposalDesk desk;

    @Inject
    private RecordDesk records;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private List<DisposalLine> lists;
    private List<ProtocolView> protocols;

    /** Reads the address and makes a list if that is asked for. */
    public void open() throws IOException {
        if (Pages.isPost(request) && request.getParameter("y_draw") != null) {
            try {
                Pages.goTo("/office/disposal?id=" + desk.draw(given("section")));
                return;
            } catch (RuleViolation refusal) {
                faults.add("section", messages.explain(refusal));
            }
        }
        lists = desk.list(after(), PART + 1);
    }

    /** Reads the address of the protocols. */
    public void openProtocols() {
        protocols = desk.listProtocols(after(), PART + 1);
    }

    private UUID after() {
        return given("after").isEmpty() ? null : Pages.id(given("after"));
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    public List<DisposalLine> getLists() {
        return lists.size() > PART ? lists.subList(0, PART) : lists;
    }

    /** The address of the next lists; null if there are none. */
    public String getNext() {
        return lists.size() > PART ? "/office/disposals?after=" + lists.get(PART - 1).id() : null;
    }

    public List<ProtocolView> getProtocols() {
        return protocols.size() > PART ? protocols.subList(0, PART) : protocols;
    }

    /** The address of the next protocols; null if there are none. */
    public String getNextProtocols() {
        return protocols.size() > PART ? "/office/protocols?after=" + protocols.get(PART - 1).id() : null;
    }

    /** Sections for which the reader may make a list. */
    public List<String> getSections() {
        return records.listSectionsKept();
    }

    /** The sign that goes with a state. */
    public String code(DisposalState state) {
        return switch (state) {
            case CHECKING, REVIEWING, APPRAISING, CONFIRMING -> "you";
            case CONFIRMED -> "wait";
            case DONE -> "done";
            case CALLED_OFF -> "stop";
        };
    }
}
