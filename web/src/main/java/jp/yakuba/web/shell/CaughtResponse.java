package jp.yakuba.web.shell;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Catches a page on its way out; it may be kept only if nothing in it is for one reader alone. */
final class CaughtResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    private boolean forOne;
    private boolean elsewhere;

    CaughtResponse(HttpServletResponse response) {
        super(response);
    }

    /** The page if everybody may have it, otherwise null. */
    KeptPage page() throws IOException {
        writer.flush();
        var free = !forOne && !elsewhere && getStatus() == SC_OK && bytes.size() > 0
                && !bytes.toString(StandardCharsets.UTF_8).contains("name=\"" + FormToken.FIELD + "\"");
        return free ? KeptPage.of(getContentType(), bytes.toByteArray()) : null;
    }

    /** Lets what was caught go to its one reader. */
    void release() throws IOException {
        writer.flush();
        if (!elsewhere && bytes.size() > 0) {
            getResponse().getOutputStream().write(bytes.toByteArray());
        }
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                bytes.write(one);
            }

            @Override
            public void write(byte[] many, int from, int length) {
                bytes.write(many, from, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("A page is written in one go");
            }
        };
    }

    @Override
    public void addCookie(Cookie cookie) {
        forOne = true;
        super.addCookie(cookie);
    }

    @Override
    public void sendError(int status) throws IOException {
        elsewhere = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String words) throws IOException {
        elsewhere = true;
        super.sendError(status, words);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        elsewhere = true;
        super.sendRedirect(location);
    }

    @Override
    public void reset() {
        writer.flush();
        bytes.reset();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        bytes.reset();
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void setContentLength(int length) {
        // the length is known only when it is known whether it is compressed
    }

    @Override
    public void setContentLengthLong(long length) {
        // as above
    }
}
