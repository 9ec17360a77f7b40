package jp.yakuba.bench;

import java.util.Properties;

/**
 * What can be chosen about a measurement of the search of records, beside what every measurement takes.
 *
 * @param office what every measurement takes
 * @param papers how many documents are searched beside Groonga
 * @param many how many documents are searched then, without Groonga; none if it is not more
 * @param tokenizer how Groonga cuts text: TokenBigram finds what we find, TokenMecab what its dictionary knows
 * @param indexings how often everything is brought into the index
 */
record SearchSettings(MeasureSettings office, int papers, int many, String tokenizer, int indexings) {
    /** Reads {@code -Dyakuba.bench.papers}, {@code .many}, {@code .tokenizer} and {@code .indexings}. */
    static SearchSettings from(MeasureSettings office, Properties given) {
        return new SearchSettings(office, number(given, "yakuba.bench.papers", 20_000), number(given, "yakuba.bench.many", 1_000_000),
                given.getProperty("yakuba.bench.tokenizer", "TokenBigram").strip(), number(given, "yakuba.bench.indexings", 3));
    }

    private static int number(Properties given, String name, int usual) {
        return Integer.parseInt(given.getProperty(name, Integer.toString(usual)).strip());
    }
}
