package jp.yakuba.launcher;

/** Where an opening office says what it is doing (進みぐあい): one line for each step. */
@FunctionalInterface
public interface Progress {
    /** Says one line. */
    void say(String line);
}
