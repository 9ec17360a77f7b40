package jp.yakuba.exchange.service.container;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import jp.yakuba.exchange.api.ProofReport;
import jp.yakuba.kernel.OfficeClock;

/** A report in Japanese, as lines for a terminal; the words are those of the pages. */
final class ProofText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(OfficeClock.ZONE);
    private static final Properties WORDS = words();

    private final StringBuilder text = new StringBuilder();

    private ProofText() {}

    private static Properties words() {
        var words = new Properties();
        try (var in = new InputStreamReader(ProofText.class.getResourceAsStream("/jp/yakuba/exchange/messages.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }

    static String of(ProofReport report) {
        var text = new ProofText();
        for (var line : report.lines()) {
            text.line(word("point." + line.point()), word("state." + line.state())
                    + (line.fault() == null ? "" : "：" + WORDS.getProperty("exchange.fault." + line.fault().code()) + "（" + line.fault().code() + "）"));
        }
        text.head(report);
        text.seal(report.seal());
        text.answer(report.answer());
        text.line(word("sha256"), report.sha256());
        text.line(word("outcome"), word("outcome." + report.outcome()));
        return text.text.toString();
    }

    private static String word(String key) {
        return WORDS.getProperty("exchange.proof." + key);
    }

    private void head(ProofReport report) {
        if (report.head() != null) {
            line(word("sender"), report.head().sender().name() + "（" + report.head().sender().code() + "）");
            line(word("recipient"), report.head().recipient().name() + "（" + report.head().recipient().code() + "）");
            line(word("number"), report.head().number() + "　" + report.head().date());
            line(word("title-of"), report.head().title());
        }
    }

    private void seal(ProofReport.Seal seal) {
        if (seal != null) {
            line(word("signer"), seal.name() + "（" + seal.organization() + "）　" + seal.issuer());
            line(word("signed-at"), moment(seal.signedAt()));
            line(word("proven-at"), moment(seal.provenAt()));
            line(word("until"), moment(seal.until()));
        }
    }

    private void answer(ProofReport.Reply answer) {
        if (answer != null) {
            line(word("answer"), word(answer.refusal() == null ? "received" : "refused") + "　" + moment(answer.at())
                    + "　" + (answer.refusal() == null ? answer.number() : answer.refusal()));
            line(word("answer-by"), answer.signer() + "　" + answer.issuer());
        }
    }

    private static String moment(Instant at) {
        return at == null ? null : MOMENT.format(at) + " JST";
    }

    private void line(String label, String value) {
        text.append(label).append(": ").append(value == null ? word("none") : value).append(System.lineSeparator());
    }
}
