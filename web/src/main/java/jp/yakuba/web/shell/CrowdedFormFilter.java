package jp.yakuba.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.yakuba.exchange.api.ProofDesk;
import jp.yakuba.kernel.OfficeClock;

/**
 * Stands before a form that anybody may send and that costs much: few at once at this node, and so many in a minute from each network. Whoever
 * comes when it is crowded is sent away before a byte of what they bring is read. All who share one address may be in at once: behind it may
 * be a whole office.
 */
public class CrowdedFormFilter extends HttpFilter {
    static final int TOO_MANY = 429;
    private static final long serialVersionUID = 1L;
    private static final String A_MINUTE = "60";

    private transient FewPlaces places;
    private transient MinutePace pace;

    @Inject
    private transient OfficeClock clock;

    @Inject
    private transient ProofDesk desk;

    @Override
    public void init() {
        places = new FewPlaces(clock);
        pace = new MinutePace(clock, desk::mostInAMinute);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!"POST".equals(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!pace.step(MinutePace.network(request.getRemoteAddr())) || !places.take(request)) {
            PageGuardFilter.protect(response, Paths.served(request));
            response.setHeader("Retry-After", A_MINUTE);
            UnreadableForm.answer(request, response, TOO_MANY);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                places.leave(request);
            }
        }
    }
}
