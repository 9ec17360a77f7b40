package jp.yakuba.web.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.exchange.api.CopyView;
import jp.yakuba.exchange.api.PublicationReader;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.register.api.EntryLine;
import jp.yakuba.register.api.JointRegisterDesk;
import jp.yakuba.register.api.Register;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/registers.xhtml}: what stands in a joint register, how old the copies are, and who reads this office's. Words stand in no address. */
@Named
@RequestScoped
public class RegistersPage {
    private static final int PART = 50;

    @Inject
    private JointRegisterDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private Page<EntryLine> found;
    private List<CopyView> copies;
    private List<PublicationReader> readers;
    private boolean keeping;

    /** Asks for news if the button was pressed, and reads what is looked for. */
    public void open() throws IOException {
        keeping = desk.mayKeep(getRegister());
        if (isAllowed() && Pages.isPost(request) && request.getParameter("y_refresh") != null) {
            desk.refresh(getRegister());
            Pages.goTo(getAddress());
            return;
        }
        copies = isAllowed() ? desk.listCopies(getRegister()) : List.of();
        readers = keeping ? desk.listReaders(getRegister()) : List.of();
        if (isAllowed() && (getRegister() == Register.VENDOR || Pages.isPost(request))) {
            find();
        }
    }

    private void find() {
        try {
            found = desk.list(getRegister(), getWords(), part());
        } catch (RuleViolation refusal) {
            faults.add("words", messages.explain(refusal));
        }
    }

    private PageRequest part() {
        var typed = request.getParameter("page");
        return new PageRequest(typed != null && typed.matches("\\d{1,6}") ? Pages.number(Integer.parseInt(typed)) : 0, PART);
    }

    public Register getRegister() {
        return RegisterWords.of(request.getParameter("register"));
    }

    /** Address of this page without what was looked for. */
    public String getAddress() {
        return "/office/registers?register=" + getRegister();
    }

    /** True if whoever looks keeps the register. */
    public boolean isKeeping() {
        return keeping;
    }

    /** True if whoever looks may look into it. */
    public boolean isAllowed() {
        return keeping || !getRegister().isOfPersons();
    }

    /** What is looked for. */
    public String getWords() {
        var typed = Pages.isPost(request) ? request.getParameter("words") : null;
        return typed == null ? "" : typed.strip();
    }

    /** True if something was looked for. */
    public boolean isAsked() {
        return found != null;
    }

    public List<EntryLine> getFound() {
        return found == null ? List.of() : found.rows();
    }

    /** How many fit. */
    public long getTotal() {
        return found == null ? 0 : found.total();
    }

    /** How many of those that were looked for are shown, if that is not all; else 0. */
    public int getFirst() {
        return found != null && !getWords().isEmpty() && found.total() > PART ? PART : 0;
    }

    public List<CopyView> getCopies() {
        return copies;
    }

    public List<PublicationReader> getReaders() {
        return readers;
    }

    /** Address of the part before; null on the first one, and where something was looked for. */
    public String getBefore() {
        return found == null || !getWords().isEmpty() || part().number() == 0 ? null : address(part().number() - 1);
    }

    /** Address of the part after; null on the last one, and where something was looked for. */
    public String getAfter() {
        return found == null || !getWords().isEmpty() || (part().number() + 1L) * PART >= found.total() ? null : address(part().number() + 1);
    }

    private String address(int page) {
        return getAddress() + "&page=" + page;
    }
}
