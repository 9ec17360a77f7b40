package jp.yakuba.town;

/** Who is told how far the loading has come. */
@FunctionalInterface
public interface Progress {
    /** One line for whoever waits. */
    void say(String line);
}
