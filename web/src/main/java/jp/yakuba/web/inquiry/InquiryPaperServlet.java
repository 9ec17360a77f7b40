package jp.yakuba.web.inquiry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import jp.yakuba.inquiry.api.InquiryDesk;

/** Hands out the table of answers as PDF ({@code /office/inquiry.pdf}). */
@WebServlet("/office/inquiry.pdf")
public class InquiryPaperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient InquiryDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var id = UUID.fromString(String.valueOf(request.getParameter("id")));
            var paper = new ByteArrayOutputStream(); // whole before anything is sent: a refusal still gets its page
            desk.print(id, paper);
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"inquiry-" + id + ".pdf\"");
            response.setContentLength(paper.size());
            paper.writeTo(response.getOutputStream());
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
