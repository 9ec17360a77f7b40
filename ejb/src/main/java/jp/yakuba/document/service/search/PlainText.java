package jp.yakuba.document.service.search;

import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The text of a file as a parser tells it, up to so many signs; then, and when nobody waits any more, the parser is stopped. */
final class PlainText extends DefaultHandler {
    /** So much of a file's text is kept: some hundred pages. */
    static final int MOST = 200_000;

    private final StringBuilder text = new StringBuilder();
    private boolean full;

    @Override
    public void characters(char[] signs, int start, int length) throws SAXException {
        add(new String(signs, start, length));
        if (full || Thread.currentThread().isInterrupted()) {
            throw new SAXException("Enough");
        }
    }

    @Override
    public void ignorableWhitespace(char[] signs, int start, int length) throws SAXException {
        characters(signs, start, length);
    }

    /** Adds what fits; signs that no text may hold are left out. */
    void add(String more) {
        for (int at = 0; at < more.length() && !full; ) {
            int sign = more.codePointAt(at);
            at += Character.charCount(sign);
            boolean strange = Character.isISOControl(sign) && !Character.isWhitespace(sign) || Character.getType(sign) == Character.SURROGATE;
            if (!strange) {
                text.appendCodePoint(sign);
            }
            full = text.length() >= MOST;
        }
    }

    /** True if there was more than is kept. */
    boolean isFull() {
        return full;
    }

    /** The text that was told. */
    @Override
    public String toString() {
        return text.toString();
    }
}
