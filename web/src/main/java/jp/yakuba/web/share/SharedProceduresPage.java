package jp.yakuba.web.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.yakuba.exchange.api.CopyView;
import jp.yakuba.kernel.Folding;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.share.api.OfferedProcedureLine;
import jp.yakuba.share.api.OwnProcedureLine;
import jp.yakuba.share.api.SharedProcedureDesk;
import jp.yakuba.share.api.TakenProcedureLine;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/shared-procedures.xhtml}: procedures of other offices, what was taken over of them, and what this town shares. */
@Named
@RequestScoped
public class SharedProceduresPage {
    private static final int PART = 50;
    private static final String OWN = "own";
    private static final String TAKEN = "taken";

    @Inject
    private SharedProcedureDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private Page<OfferedProcedureLine> offered;
    private Page<OwnProcedureLine> own;
    private List<TakenProcedureLine> taken = List.of();
    private List<CopyView> copies;

    /** Follows the button that was pressed and reads the list that is shown. */
    public void open() throws IOException {
        if (Pages.isPost(request)) {
            follow();
        }
        copies = desk.listCopies();
        switch (getView()) {
            case OWN -> own = own(desk.listOwn());
            case TAKEN -> taken = desk.listTaken();
            default -> offered = desk.list(getWords(), part());
        }
    }

    private void follow() throws IOException {
        try {
            if (request.getParameter("y_share") != null) {
                desk.share(request.getParameter("y_share"));
            } else if (request.getParameter("y_unshare") != null) {
                desk.unshare(request.getParameter("y_unshare"));
            } else if (request.getParameter("y_refresh") != null) {
                desk.refresh();
            }
            Pages.goTo(getHere());
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    /** Those that have all the words in their name or code, the part that is shown. */
    private Page<OwnProcedureLine> own(List<OwnProcedureLine> all) {
        var words = Folding.fold(getWords()).split("[\\s\\u3000]+");
        var fitting = all.stream().filter(one -> Arrays.stream(words).allMatch(Folding.fold(one.name().ja() + ' ' + one.code())::contains)).toList();
        var shown = fitting.stream().skip(part().offset()).limit(PART).toList();
        return new Page<>(shown, fitting.size(), part());
    }

    private PageRequest part() {
        var typed = request.getParameter("page");
        return new PageRequest(typed != null && typed.matches("\\d{1,6}") ? Pages.number(Integer.parseInt(typed)) : 0, PART);
    }

    /** The list that is shown: {@code offered}, {@code own} or {@code taken}. */
    public String getView() {
        var typed = request.getParameter("view");
        return OWN.equals(typed) || TAKEN.equals(typed) ? typed : "offered";
    }

    /** What is looked for. */
    public String getWords() {
        var typed = request.getParameter("words");
        return typed == null ? "" : typed.strip();
    }

    public List<OfferedProcedureLine> getOffered() {
        return offered == null ? List.of() : offered.rows();
    }

    /** How many fit. */
    public long getTotal() {
        return shown() == null ? 0 : shown().total();
    }

    /** The list that goes on over several parts; null for the one that does not. */
    private Page<?> shown() {
        return offered == null ? own : offered;
    }

    public List<OwnProcedureLine> getOwn() {
        return own == null ? List.of() : own.rows();
    }

    public List<TakenProcedureLine> getTaken() {
        return taken;
    }

    public List<CopyView> getCopies() {
        return copies;
    }

    /** Address of the part before; null on the first one. */
    public String getBefore() {
        return shown() == null || part().number() == 0 ? null : address(part().number() - 1);
    }

    /** Address of the part after; null on the last one. */
    public String getAfter() {
        return shown() == null || (part().number() + 1L) * PART >= shown().total() ? null : address(part().number() + 1);
    }

    /** Address of what is shown. */
    public String getHere() {
        return address(part().number());
    }

    private String address(int page) {
        return "/office/shared-procedures?view=" + getView() + "&words=" + URLEncoder.encode(getWords(), StandardCharsets.UTF_8) + "&page=" + page;
    }
}
