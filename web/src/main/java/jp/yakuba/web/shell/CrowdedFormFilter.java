package jp.yakuba.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import jp.yakuba.kernel.OfficeClock;

/**
 * Stands before a form that anybody may send and that costs much: few at once at this node, one from each address, and so many in a minute.
 * Whoever comes when it is crowded is sent away before a byte of what they bring is read.
 */
public class CrowdedFormFilter extends HttpFilter {
    static final int TOO_MANY = 429;
    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 4;
    private static final String A_MINUTE = "60";

    private final transient Semaphore places = new Semaphore(AT_ONCE);
    private final transient Set<String> inside = ConcurrentHashMap.newKeySet();
    private transient MinutePace pace;

    @Inject
    private transient OfficeClock clock;

    @Override
    public void init() {
        pace = new MinutePace(clock);
    }

    private boolean enter(String from) {
        if (!inside.add(from)) {
            return false;
        }
        if (places.tryAcquire()) {
            return true;
        }
        inside.remove(from);
        return false;
    }

    private void leave(String from) {
        places.release();
        inside.remove(from);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var from = MinutePace.network(request.getRemoteAddr());
        if (!"POST".equals(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!pace.step(from) || !enter(from)) {
            PageGuardFilter.protect(response, Paths.served(request));
            response.setHeader("Retry-After", A_MINUTE);
            UnreadableForm.answer(request, response, TOO_MANY);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                leave(from);
            }
        }
    }
}
