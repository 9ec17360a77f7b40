package jp.yakuba.web.shell;

/** There is no such page. */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
