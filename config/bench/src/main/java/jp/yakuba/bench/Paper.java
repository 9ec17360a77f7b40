package jp.yakuba.bench;

/**
 * A document of the corpus.
 *
 * @param number its place in the order of time, from 1
 */
record Paper(int number, String title, String party, String text) {
    /** Everything by which it is found, as one text. */
    String body() {
        return title + "。\n" + party + "。\n" + text;
    }
}
