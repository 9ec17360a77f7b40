package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DispatchSheet;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.OfficeSignatureDesk;
import jp.yakuba.document.api.SignatureLine;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/** Behind {@code office/dispatch.xhtml}: a decided draft is sent out (施行). */
@Named
@RequestScoped
public class DispatchPage {
    private static final Set<Problem> OF_A_RESIDENT =
            Set.of(DocumentProblem.NO_SUCH_RECIPIENT, DocumentProblem.NO_INBOX, DocumentProblem.ADDRESS_WITHHELD);

    @Inject
    private DispatchDesk desk;

    @Inject
    private OfficeSignatureDesk signatures;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private DispatchSheet sheet;
    private DispatchForm form;
    private UUID once;
    private final Map<UUID, Map<UUID, SignatureLine>> signed = new HashMap<>();

    /** Reads what the sheet posts, and sends it out if that was asked. */
    public void open() throws IOException {
        sheet = desk.prepare(Pages.id(String.valueOf(request.getParameter("draft"))));
        form = new DispatchForm(request, sheet.intent());
        once = request.getParameter("once") == null ? UUID.randomUUID() : Pages.id(request.getParameter("once"));
        if (Pages.isPost(request) && request.getParameter("y_send") != null) {
            send();
        }
    }

    private void send() throws IOException {
        form.faults(clock.today()).forEach((id, key) -> faults.add(id, ofRow(id, messages.get(key))));
        if (faults.getCount() > 0) {
            return;
        }
        try {
            var sent = desk.send(form.command(once, sheet.draftId()));
            Pages.goTo("/office/dispatch?draft=" + sheet.draftId() + "&sent=" + Paths.encode(sent.number()));
        } catch (RuleViolation refusal) {
            faults.add(fieldOf(refusal), messages.explain(refusal));
        }
    }

    /** With several recipients the words say of which. */
    private String ofRow(String field, String words) {
        return form.getRows().size() == 1 ? words
                : messages.of("document.dispatch.fault.of", 1 + Integer.parseInt(field.substring(field.lastIndexOf('-') + 1)), words);
    }

    private String fieldOf(RuleViolation refusal) {
        var detail = refusal.details().isEmpty() ? "" : String.valueOf(refusal.details().get(0));
        var row = form.rowOf(detail);
        if (row == null) {
            return null;
        }
        return OF_A_RESIDENT.contains(refusal.problem()) ? "personNumber-" + row
                : refusal.problem() == DocumentProblem.EXCHANGE_NOT_CONNECTED ? "channel-" + row : null;
    }

    /** The signature of a copy; null if it is not signed. */
    public SignatureLine signature(UUID record, UUID delivery) {
        return signed.computeIfAbsent(record, id -> signatures.list(id).stream()
                .collect(Collectors.toMap(SignatureLine::deliveryId, line -> line))).get(delivery);
    }

    public DispatchSheet getSheet() {
        return sheet;
    }

    public DispatchForm getForm() {
        return form;
    }

    /** Id of the dispatch, however often the form is sent. */
    public UUID getOnce() {
        return once;
    }

    /** The number under which something was just sent; null if nothing was. */
    public String getSent() {
        return sheet.sent().stream().map(one -> one.number()).filter(number -> number.equals(request.getParameter("sent"))).findFirst().orElse(null);
    }

    /** True if something went out already and nobody is sending more; the sheet is folded up then. */
    public boolean isMore() {
        return !sheet.sent().isEmpty() && !Pages.isPost(request);
    }

    public NumberSeries getSeries() {
        return form.series();
    }

    public List<NumberSeries> getAllSeries() {
        return NumberSeries.outgoing();
    }

    public DispatchChannel[] getChannels() {
        return DispatchChannel.values();
    }

    /** Fields of a recipient. */
    public List<String> getFields() {
        return DispatchForm.FIELDS;
    }
}
