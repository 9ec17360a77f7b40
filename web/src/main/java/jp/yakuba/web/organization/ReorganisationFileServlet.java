package jp.yakuba.web.organization;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import jp.yakuba.organization.api.ReorganisationDesk;
import jp.yakuba.web.shell.CsvDownload;

/** Hands out the plan of a day as a file for spreadsheets ({@code /office/reorganisation.csv}). */
@WebServlet("/office/reorganisation.csv")
public class ReorganisationFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReorganisationDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var day = LocalDate.parse(String.valueOf(request.getParameter("day")));
            var file = desk.exportCsv(day);
            CsvDownload.begin(response, "reorganisation-" + day + ".csv").append(file);
        } catch (DateTimeException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
