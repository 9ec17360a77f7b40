package jp.yakuba.web.shell;

/** Somebody who has not signed in stands before a page that needs to know them. */
public class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
