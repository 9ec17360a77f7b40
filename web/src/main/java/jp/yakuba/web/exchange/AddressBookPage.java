package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.exchange.api.AddressBookDesk;
import jp.yakuba.exchange.api.AddressLine;
import jp.yakuba.exchange.api.PeerDesk;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/exchange-book.xhtml}: an office is asked for its address book (住所録), beside what is written down here. */
@Named
@RequestScoped
public class AddressBookPage {
    @Inject
    private AddressBookDesk book;

    @Inject
    private PeerDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private PeerView peer;
    private List<Row> rows;

    /** How a line of the book stands to what is written down here. */
    public enum Standing {
        /** Not written down here. */
        NEW,
        /** Written down here with another address. */
        MOVED,
        KNOWN
    }

    /**
     * A line of the book.
     *
     * @param link where it is written down
     */
    public record Row(AddressLine line, Standing standing, String link) {}

    /** Finds the office that is meant, and asks it when the button was pressed. */
    public void open() {
        try {
            peer = desk.find(request.getParameter("of"));
        } catch (RuleViolation unknown) {
            throw new NotFound();
        }
        if (Pages.isPost(request)) {
            ask();
        }
    }

    private void ask() {
        try {
            var known = desk.list().stream().collect(Collectors.toMap(PeerView::code, Function.identity()));
            rows = book.ask(peer.code()).stream().map(line -> row(line, known)).toList();
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    private static Row row(AddressLine line, Map<String, PeerView> known) {
        var here = known.get(line.code());
        if (here == null) {
            return new Row(line, Standing.NEW, "/office/exchange-peer?told=" + line.code() + "&name=" + in(line.name()) + "&address=" + in(line.address()));
        }
        return new Row(line, here.address().equals(line.address()) ? Standing.KNOWN : Standing.MOVED, "/office/exchange-peer?code=" + line.code());
    }

    private static String in(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public PeerView getPeer() {
        return peer;
    }

    /** Its book; null before it was asked, or if it cannot be had. */
    public List<Row> getRows() {
        return rows;
    }

    /** Colour of a standing. */
    public String codeOf(Standing standing) {
        return switch (standing) {
            case NEW -> "you";
            case MOVED -> "wait";
            case KNOWN -> "done";
        };
    }
}
