package jp.yakuba.web.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The bare address shows the home page, that of the staff their first page. */
@WebServlet({"", "/office", "/office/"})
public class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var office = request.getServletPath().startsWith("/office");
        request.getRequestDispatcher(office ? "/office/index" : "/home").forward(request, response);
    }
}
