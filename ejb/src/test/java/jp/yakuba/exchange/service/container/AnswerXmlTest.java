package jp.yakuba.exchange.service.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.signature.service.SigningFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("受領通知と否認通知")
class AnswerXmlTest {
    private static final Answer.Letter LETTER =
            new Answer.Letter(UUID.fromString("3f0c0a3e-7d2c-4a55-9d3d-8f1f4f3d2c11"), "ab".repeat(32), LetterFixture.RECIPIENT, LetterFixture.SENDER);

    @TempDir
    private Path folder;

    private SigningFixture office;
    private AnswerXml answers;

    @BeforeEach
    void open() {
        office = new SigningFixture(folder, Instant.now());
        office.nameKeys();
        answers = new AnswerXml(office.xml(Instant::now), Instant::now);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private ExchangeFault fault(byte[] xml) {
        var refused = catchThrowableOfType(ContainerRefused.class, () -> answers.read(xml, LETTER));
        assertThat(refused).as("taken").isNotNull();
        return refused.fault();
    }

    private byte[] receipt() {
        return answers.receipt(LETTER, "令8収第31号", office.hand());
    }

    private static byte[] changed(byte[] xml, UnaryOperator<String> change) {
        var before = new String(xml, UTF_8);
        var after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return after.getBytes(UTF_8);
    }

    @Test
    @DisplayName("受領通知は、収受番号と時を伝え、答えた役所の署名で確かめられる")
    void aReceiptIsRead() throws ContainerRefused {
        var answer = answers.read(receipt(), LETTER);
        assertThat(answer.isReceipt()).isTrue();
        assertThat(answer.number()).isEqualTo("令8収第31号");
        assertThat(answer.letter()).isEqualTo(LETTER);
        assertThat(answer.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(answer.signer().name()).isEqualTo("芽室町長");
    }

    @Test
    @DisplayName("否認通知は、理由の符号と言葉を伝え、言葉は一行にする")
    void aRefusalIsRead() throws ContainerRefused {
        var answer = answers.read(answers.refusal(LETTER, ExchangeFault.SIGNATURE_CHANGED, "署名が\n合い\u202Eません" + "。".repeat(400), office.hand()), LETTER);
        assertThat(answer.isReceipt()).isFalse();
        assertThat(answer.refusal().code()).isEqualTo("signature-changed");
        assertThat(answer.refusal().words()).startsWith("署名が 合いません").hasSize(300);
        assertThat(answers.read(answers.refusal(LETTER, ExchangeFault.TOO_LARGE, null, office.hand()), LETTER).refusal().words()).isEqualTo("too-large");
    }

    @Test
    @DisplayName("変えた答え、ほかの役所の答え、ほかの手紙への答え、形の違う答えは断る")
    void otherAnswersAreRefused() {
        assertThat(fault(changed(receipt(), xml -> xml.replace("第31号", "第32号")))).isEqualTo(ExchangeFault.SIGNATURE_CHANGED);
        var now = Instant.now();
        var day = Duration.ofDays(1);
        assertThat(fault(answers.receipt(LETTER, "1", office.handOf("狛江市長", "132195", now.minus(day), now.plus(day))))).isEqualTo(ExchangeFault.CERTIFICATE_OFFICE);
        assertThat(fault(answers.receipt(LETTER, "1", office.strangersHand()))).isEqualTo(ExchangeFault.CERTIFICATE_UNKNOWN);
        var other = new Answer.Letter(LETTER.messageId(), "cd".repeat(32), LETTER.sender(), LETTER.recipient());
        assertThat(fault(answers.receipt(other, "1", office.hand()))).isEqualTo(ExchangeFault.ANSWER_OTHER);
        var elsewhere = new Answer.Letter(LETTER.messageId(), LETTER.sha256(), LETTER.sender(), "132195");
        assertThat(fault(answers.receipt(elsewhere, "1", office.hand()))).isEqualTo(ExchangeFault.SENDER_WRONG);
        assertThat(fault(changed(receipt(), xml -> xml.replaceFirst("(?s)<ds:Signature .*</ds:Signature>", "")))).isEqualTo(ExchangeFault.ANSWER_INVALID);
        assertThat(fault(changed(receipt(), xml -> xml.replace("<received>", "<received><x/>")))).isEqualTo(ExchangeFault.ANSWER_INVALID);
        assertThat(fault(changed(receipt(), xml -> "<!DOCTYPE answer [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + xml.replaceFirst("<\\?xml[^>]*\\?>", ""))))
                .isEqualTo(ExchangeFault.ANSWER_INVALID);
        assertThat(fault("受領".getBytes(UTF_8))).isEqualTo(ExchangeFault.ANSWER_INVALID);
        assertThat(fault(new byte[300 * 1024])).isEqualTo(ExchangeFault.ANSWER_INVALID);
        assertThat(fault(changed(receipt(), xml -> xml.replace("URI=\"\"", "URI=\"#whole\"")))).isEqualTo(ExchangeFault.SIGNATURE_WRAPPED);
    }
}
