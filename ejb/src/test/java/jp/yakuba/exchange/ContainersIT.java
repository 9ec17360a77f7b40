package jp.yakuba.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.yakuba.exchange.service.container.Answer;
import jp.yakuba.exchange.service.container.AnswerXml;
import jp.yakuba.exchange.service.container.ContainerCheck;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.exchange.service.container.LetterFixture;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.SigningMeans;
import jp.yakuba.signature.service.SigningFixture;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("手紙のコンテナと答え(コンテナ内)")
class ContainersIT {
    @Inject
    private SigningMeans means;

    @Inject
    private ContainerPress press;

    @Inject
    private ContainerCheck check;

    @Inject
    private AnswerXml answers;

    private Path folder;
    private SigningFixture office;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createTempDirectory("containers");
        office = new SigningFixture(folder, Instant.now());
        office.nameKeys();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("サーバーの中でも、役所の鍵で署名し、タイムスタンプと証拠を足し、検証し、受領通知を交わす")
    void lettersAndAnswersHoldInTheServer() throws Exception {
        office.nameStamps();
        var hand = means.key().usable().orElseThrow();
        var document = new ContainerPress.Source("通知.pdf", "application/pdf", LetterFixture.PDF.length, () -> new ByteArrayInputStream(LetterFixture.PDF));
        var sealed = press.seal(LetterFixture.head(), document, List.of(), hand, folder.resolve("letter.asice"));
        press.extend(folder.resolve("letter.asice"), folder.resolve("kept.asice"), Proof.KEEPING);
        for (var name : List.of("letter.asice", "kept.asice")) {
            try (var checked = check.check(folder.resolve(name), LetterFixture.RECIPIENT, LetterFixture.SENDER)) {
                assertThat(checked.head()).isEqualTo(sealed.head());
                assertThat(checked.report()).isNotEmpty();
            }
        }
        var letter = new Answer.Letter(sealed.head().messageId(), sealed.sha256(), LetterFixture.RECIPIENT, LetterFixture.SENDER);
        assertThat(answers.read(answers.receipt(letter, "令8収第1号", hand), letter).isReceipt()).isTrue();
    }
}
