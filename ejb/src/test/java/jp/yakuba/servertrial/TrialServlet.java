package jp.yakuba.servertrial;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Knocks at the door that the request names. */
@WebServlet("/knock")
public class TrialServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TrialDesk desk;

    @Inject
    private transient TrialNeighbour neighbour;

    @Inject
    private transient TrialTimer timer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.getWriter().print(knock(request.getParameter("door")));
        } catch (EJBAccessException refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private String knock(String door) {
        return switch (door) {
            case "ask" -> desk.ask();
            case "forgotten" -> desk.forgotten();
            case "neighbour" -> neighbour.forDesks();
            default -> timer.lastWord();
        };
    }
}
