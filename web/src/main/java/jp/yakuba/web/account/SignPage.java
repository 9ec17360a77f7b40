package jp.yakuba.web.account;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringReader;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.SigningDesk;
import jp.yakuba.account.api.SigningView;
import jp.yakuba.account.api.Zone;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.PublicAddresses;
import org.omnifaces.cdi.Param;

/**
 * Behind {@code sign.xhtml}: leads to the card software with the digest, or takes the text that it made. Back here, the
 * signature goes with the browser to the page that asked for it.
 */
@Named
@RequestScoped
public class SignPage {
    @Inject
    @Param(pathIndex = 0)
    private String state;

    @Inject
    private SigningDesk desk;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private SigningView signing;
    private String text;

    /** Sends the browser on if the signature has come. */
    public void open() {
        if (getSigning().delivered()) {
            goBack();
        }
    }

    /** Takes what the card software wrote: {@code {"certificate": …, "signature": …}}. */
    public void deliver() {
        try (var reader = JSON.createReader(new StringReader(SignInPage.orEmpty(text)))) {
            var signed = reader.readObject();
            desk.deliver(state, signed.getString("certificate", null), signed.getString("signature", null));
        } catch (JsonException | ClassCastException unreadable) {
            throw new RuleViolation(AccountProblem.CARD_UNREADABLE);
        }
        goBack();
    }

    private void goBack() {
        var path = getSigning().returnPath();
        visit.go(path + (path.indexOf('?') < 0 ? "?" : "&") + "signature=" + Paths.encode(state));
    }

    public SigningView getSigning() {
        if (signing == null) {
            signing = desk.find(state).orElseThrow(NotFound::new);
        }
        return signing;
    }

    /** The address that opens the card software; null where the town names none. */
    public String getReader() {
        var reader = System.getenv("YAKUBA_CARD_READER");
        return reader == null || reader.isBlank() ? null : reader + "?state=" + Paths.encode(state)
                + "&digest=" + getSigning().digest() + "&back=" + Paths.encode(PublicAddresses.ours().of(Zone.PORTAL, request));
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
