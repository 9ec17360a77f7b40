package jp.yakuba.web.organization;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import jp.yakuba.organization.api.AppointmentDesk;
import jp.yakuba.web.shell.CsvDownload;

/** Hands out who holds what on a day as a file for spreadsheets ({@code /office/appointments.csv}). */
@WebServlet("/office/appointments.csv")
public class AppointmentFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AppointmentDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var on = LocalDate.parse(String.valueOf(request.getParameter("on")));
            var file = desk.exportCsv(on);
            CsvDownload.begin(response, "appointments-" + on + ".csv").append(file);
        } catch (DateTimeException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
