package jp.yakuba.web.office;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.web.shell.Download;

/**
 * Hands authors a form ({@code /office/form.json}), the schema of its answers ({@code /office/form-schema.json}), the form for
 * printing ({@code /office/form.pdf}) or what the catalogue tells of a procedure ({@code /office/procedure.json}).
 */
@WebServlet({"/office/form.json", "/office/form-schema.json", "/office/form.pdf", "/office/procedure.json"})
public class AuthorFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient FormDesk forms;

    @Inject
    private transient ProcedureDesk procedures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getServletPath()) {
                case "/office/form.json" -> text(response, code(request), forms.export(code(request), version(request)));
                case "/office/form-schema.json" ->
                        text(response, code(request) + "-schema", forms.jsonSchema(code(request), version(request)));
                case "/office/form.pdf" -> paper(request, response);
                default -> text(response, code(request), procedures.export(code(request), LocalDate.parse(asked(request, "from"))));
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void paper(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = asked(request, "lang");
        response.setContentType("application/pdf");
        forms.writePreviewPdf(code(request), version(request), language.isEmpty() ? "ja" : language, response.getOutputStream());
    }

    private static void text(HttpServletResponse response, String name, String file) throws IOException {
        Download.begin(response, "application/json", name.replaceAll("[^a-z0-9-]", "") + ".json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(file);
    }

    private static String code(HttpServletRequest request) {
        return asked(request, "code");
    }

    private static int version(HttpServletRequest request) {
        return Integer.parseInt(asked(request, "version"));
    }

    private static String asked(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
