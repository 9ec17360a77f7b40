package jp.yakuba.application.api;

/**
 * A fault of an authored definition: where it stands and, in plain Japanese, what has to be changed.
 *
 * @param place such as {@code sections[1].fields[0].label}
 */
public record FormFault(String place, String words) {

    /** The fault as one line. */
    public String line() {
        return place + "：" + words;
    }
}
