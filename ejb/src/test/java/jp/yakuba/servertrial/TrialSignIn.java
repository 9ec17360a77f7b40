package jp.yakuba.servertrial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Lets in whoever the request names, with the role it names: enough to see what the server does with an identity. */
@ApplicationScoped
public class TrialSignIn implements HttpAuthenticationMechanism {
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var name = request.getParameter("name");
        return name == null
                ? context.doNothing()
                : context.notifyContainerAboutLogin(name, Set.of(request.getParameter("role")));
    }
}
