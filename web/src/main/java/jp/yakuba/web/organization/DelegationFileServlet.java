package jp.yakuba.web.organization;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import jp.yakuba.organization.api.DelegationDesk;
import jp.yakuba.web.shell.CsvDownload;

/** Hands out the delegation table of a day as a file for spreadsheets ({@code /office/delegations.csv}). */
@WebServlet("/office/delegations.csv")
public class DelegationFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient DelegationDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var on = LocalDate.parse(String.valueOf(request.getParameter("on")));
            var file = desk.exportCsv(on);
            CsvDownload.begin(response, "delegations-" + on + ".csv").append(file);
        } catch (DateTimeException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
