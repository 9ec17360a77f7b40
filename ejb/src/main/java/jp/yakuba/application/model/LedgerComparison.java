package jp.yakuba.application.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.ExaminationView.Comparison;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.form.WrittenDate;

/** What the applicant says of himself beside what the ledger says (台帳との照合); an answer not given is not compared. */
public final class LedgerComparison {
    /** The answer is what the ledger says. */
    public static final String SAME = "SAME";
    /** The answer says something else. */
    public static final String DIFFERENT = "DIFFERENT";
    /** The answer writes the same name with another shape of a character. */
    public static final String VARIANT = "VARIANT";
    /** The ledger does not know the person. */
    public static final String NOT_IN_LEDGER = "NOT_IN_LEDGER";

    private static final Text NAME = new Text("氏名", "名前", "Name");
    private static final Text KANA = new Text("フリガナ", "名前の 読み方", "Reading of the name");
    private static final Text BIRTH = new Text("生年月日", "生まれた 日", "Date of birth");
    private static final Text SEX = new Text("性別", "性別", "Sex");
    private static final Map<String, String> SEXES = Map.of("1", "男", "2", "女", "9", "記載なし・未定");
    private static final Text ADDRESS = new Text("住所", "住所", "Address");

    private final Map<String, String> answers;
    private final LedgerFacts ledger;
    private final List<Comparison> comparisons = new ArrayList<>();

    private LedgerComparison(Map<String, String> answers, LedgerFacts ledger) {
        this.answers = answers;
        this.ledger = ledger;
    }

    /** What the ledger says; the address is null where it is protected, and then nothing is compared with it. */
    public record LedgerFacts(String name, String kana, String birthDate, String sex, String address) {}

    /** The comparison, item by item; {@code ledger} is null if the person is not in it. */
    public static List<Comparison> of(Map<String, String> answers, LedgerFacts ledger) {
        return new LedgerComparison(answers, ledger).compare();
    }

    private List<Comparison> compare() {
        name(NAME, "applicant.name", ledger == null ? null : ledger.name());
        name(KANA, "applicant.kana", ledger == null ? null : ledger.kana());
        plain(BIRTH, "applicant.birthDate", ledger == null ? null : ledger.birthDate(), LedgerComparison::day);
        plain(SEX, "applicant.sex", ledger == null ? null : ledger.sex(), value -> SEXES.getOrDefault(value, value));
        if (ledger == null || ledger.address() != null) {
            address(ledger == null ? null : ledger.address());
        }
        return List.copyOf(comparisons);
    }

    private void name(Text item, String path, String known) {
        var answer = answers.getOrDefault(path, "");
        boolean exactly = known != null && blanksAside(answer).equals(blanksAside(known));
        boolean folded = known != null && NameFolding.same(answer, known);
        add(item, path, answer, known, exactly ? SAME : folded ? VARIANT : DIFFERENT);
    }

    private void plain(Text item, String path, String known, UnaryOperator<String> words) {
        var answer = answers.getOrDefault(path, "");
        add(item, path, words.apply(answer), known == null ? null : words.apply(known), answer.equals(known) ? SAME : DIFFERENT);
    }

    /** The day by era; what is no day stays as it is written. */
    private static String day(String value) {
        return WrittenDate.read(value).map(WrittenDate::inEra).orElse(value);
    }

    private void address(String known) {
        var answer = Stream.of("place", "lot", "building")
                .map(part -> answers.getOrDefault("applicant.address." + part, ""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        boolean same = known != null && (uniform(known).endsWith(uniform(answer)) || uniform(answer).endsWith(uniform(known)));
        add(ADDRESS, "applicant.address", answer, known, same ? SAME : DIFFERENT);
    }

    private void add(Text item, String path, String answer, String known, String verdict) {
        if (!answer.isBlank()) {
            comparisons.add(new Comparison(item, path, answer, known, ledger == null ? NOT_IN_LEDGER : verdict));
        }
    }

    private static String blanksAside(String text) {
        return text.replaceAll("[\\s　]", "");
    }

    private static String uniform(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("番地の?|番|号$|−|‐|－", "-")
                .replaceAll("-+$", "");
    }
}
