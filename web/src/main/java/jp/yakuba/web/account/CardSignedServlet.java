package jp.yakuba.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.yakuba.account.api.SigningDesk;
import jp.yakuba.kernel.RuleViolation;

/** Where card software delivers what a card signed; it has no session, only the state it was called with. */
@WebServlet("/api/card/signed")
public class CardSignedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SigningDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        try {
            desk.deliver(request.getParameter("state"), request.getParameter("certificate"), request.getParameter("signature"));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (RuleViolation refusal) {
            response.setStatus(refusal.problem().httpStatus());
        }
    }
}
