package jp.yakuba.exchange.service.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.signature.service.SigningFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("公開簿の頁")
class PublicationXmlTest {
    private static final PublicationState SINCE = new PublicationState(3, "a".repeat(32));
    private static final PublicationPage.Question QUESTION = new PublicationPage.Question("catalogue", SigningFixture.CODE, "990019", SINCE);

    @TempDir
    private Path folder;

    private SigningFixture office;
    private PublicationXml xml;

    @BeforeEach
    void open() {
        office = new SigningFixture(folder, Instant.now());
        office.nameKeys();
        xml = new PublicationXml(office.xml(Instant::now));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("書いた頁は、署名を確かめて同じ頁として読める")
    void isReadAsItWasWritten() throws Exception {
        var page = page(5, 5, new PublishedItem("one", 4, "一".getBytes(UTF_8)), new PublishedItem("two", 5, 4, null));
        var read = xml.read(xml.write(page, office.hand()), QUESTION);
        assertThat(read).usingRecursiveComparison().isEqualTo(page);
        assertThat(read.isLast()).isTrue();
        assertThat(xml.read(xml.write(page(3, 3), office.hand()), QUESTION).items()).isEmpty();
    }

    @Test
    @DisplayName("ほかの問いへの頁、変えられた頁、ほかの人の署名、よそごとの形は断る")
    void whatIsForgedIsRefused() {
        var page = xml.write(page(5, 5, new PublishedItem("one", 5, "一".getBytes(UTF_8))), office.hand());
        assertThat(fault(page, new PublicationPage.Question("other", SigningFixture.CODE, "990019", SINCE))).isEqualTo(ExchangeFault.ANSWER_OTHER);
        assertThat(fault(page, new PublicationPage.Question("catalogue", SigningFixture.CODE, "990027", SINCE))).isEqualTo(ExchangeFault.ANSWER_OTHER);
        assertThat(fault(page, new PublicationPage.Question("catalogue", SigningFixture.CODE, "990019", PublicationState.BEGINNING)))
                .isEqualTo(ExchangeFault.ANSWER_OTHER);
        assertThat(fault(changed(page, text -> text.replace("key=\"one\"", "key=\"two\"")), QUESTION)).isEqualTo(ExchangeFault.SIGNATURE_CHANGED);
        assertThat(fault(changed(page, text -> text.replace("<latest>5", "<latest>6")), QUESTION)).isEqualTo(ExchangeFault.SIGNATURE_CHANGED);
        assertThat(fault(changed(page, text -> text.replaceAll("(?s)<(ds:)?Signature .*</(ds:)?Signature>", "")), QUESTION))
                .isEqualTo(ExchangeFault.ANSWER_INVALID);
        assertThat(fault(xml.write(page(5, 5, new PublishedItem("one", 5, new byte[] {1})), office.strangersHand()), QUESTION))
                .isEqualTo(ExchangeFault.CERTIFICATE_UNKNOWN);
        assertThat(fault("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><publication/>".getBytes(UTF_8), QUESTION))
                .isEqualTo(ExchangeFault.ANSWER_INVALID);
        assertThat(fault(new byte[2 * 1024 * 1024], QUESTION)).isEqualTo(ExchangeFault.ANSWER_INVALID);
    }

    @Test
    @DisplayName("番号のそろわない頁は、署名があっても断る")
    void serialsFitTogether() {
        for (var page : List.of(page(5, 5, item("one", 3)), page(5, 5, item("one", 5), item("two", 4)), page(5, 5, item("one", 4), item("one", 5)),
                page(5, 5, item("one", 6)), page(6, 5, item("one", 5)), page(4, 9), page(5, 9, item("one", 4)), page(2, 2),
                page(5, 5, new PublishedItem("one", 5, 6, null)))) {
            assertThat(fault(xml.write(page, office.hand()), QUESTION)).as(page.toString()).isEqualTo(ExchangeFault.ANSWER_INVALID);
        }
    }

    @Test
    @DisplayName("形の違う頁を断る言葉に、相手の書いたことは入らない")
    void whatAStrangerWroteIsNotRepeated() {
        for (var hostile : List.of("<publication xmlns=\"" + XmlParts.NAMESPACE + "\" version=\"1\"><id>山田花子の秘密</id></publication>",
                "<publication xmlns=\"" + XmlParts.NAMESPACE + "\" 山田花子の秘密=\"1\"/>", "<山田花子の秘密/>", "<a></山田花子の秘密>", "山田花子の秘密")) {
            var refused = catchThrowableOfType(ContainerRefused.class, () -> xml.read(hostile.getBytes(UTF_8), QUESTION));
            assertThat(refused.fault()).isEqualTo(ExchangeFault.ANSWER_INVALID);
            assertThat(refused.detail()).doesNotContain("山田");
        }
    }

    private static PublishedItem item(String key, long serial) {
        return new PublishedItem(key, serial, new byte[] {1});
    }

    private static PublicationPage page(long state, long latest, PublishedItem... items) {
        return new PublicationPage(UUID.randomUUID(), QUESTION, new PublicationState(state, "b".repeat(32)), latest,
                Instant.now().truncatedTo(ChronoUnit.MILLIS), List.of(items));
    }

    private ExchangeFault fault(byte[] page, PublicationPage.Question question) {
        var refused = catchThrowableOfType(ContainerRefused.class, () -> xml.read(page, question));
        assertThat(refused).as("taken").isNotNull();
        return refused.fault();
    }

    private static byte[] changed(byte[] xml, UnaryOperator<String> change) {
        var before = new String(xml, UTF_8);
        var after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return after.getBytes(UTF_8);
    }
}
