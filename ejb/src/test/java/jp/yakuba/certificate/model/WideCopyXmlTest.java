package jp.yakuba.certificate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import jp.yakuba.certificate.CopyFixture;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.kernel.StrictXml;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("広域交付の請求と回答の様式")
class WideCopyXmlTest {
    private static final UUID ID = UUID.fromString("3c8b9d7e-1111-4222-8333-444455556666");
    private static final Instant AT = Instant.parse("2026-11-28T05:00:00Z");

    @Test
    @DisplayName("請求は書いたとおりに読め、鍵もそのまま届く")
    void aRequestIsReadAsItWasWritten() throws Exception {
        var asked = CopyFixture.request(ID, ItemSeal.pair(), AT, CopyScope.SOME, List.of("写野　葛󠄀"));
        assertThat(WideCopyXml.readRequest(WideCopyXml.write(asked))).usingRecursiveComparison().isEqualTo(asked);
    }

    @Test
    @DisplayName("載せる人のない一部、一部でない名前、曲線にない鍵、知らない語、余分な要素は断る")
    void whatDoesNotHoldIsRefused() throws Exception {
        var whole = words(WideCopyXml.write(CopyFixture.request(ID, ItemSeal.pair(), AT, CopyScope.WHOLE, List.of())));
        var key = whole.replaceAll("(?s).*<key>|</key>.*", "");
        var beside = Base64.getDecoder().decode(key);
        beside[beside.length - 1] ^= 1; // a point that is not on the curve
        for (var broken : List.of(
                whole.replace("<scope>whole", "<scope>some"),
                whole.replace("<relationships>", "<wanted>写野　葛</wanted><relationships>"),
                whole.replace(key, Base64.getEncoder().encodeToString(beside)),
                whole.replace("number-card", "library-card"),
                whole.replace("<name>写野　元", "<name>　"),
                whole.replace("<name>写野　元", "<name>\uDB40\uDD00\uFE00"), // folds to nothing, and nothing is like everybody who has no such name
                whole.replace("<name>写野　元", "<name>\u3164"),
                whole.replace("<address>試験県試験市本町1番地", "<address>\uDB40\uDD00"),
                whole.replace("<scope>whole", "<scope>some").replace("<relationships>", "<wanted>\uFE00</wanted><relationships>"),
                whole.replace("<born>1980-05-05", "<born>1980-13-05"),
                whole.replace("05:00:00Z", "05:00:00+09:00"),
                whole.replace("<relationships>", "<personal-number>123456789012</personal-number><relationships>"))) {
            assertThat(broken).isNotEqualTo(whole);
            assertThatThrownBy(() -> WideCopyXml.readRequest(broken.getBytes(StandardCharsets.UTF_8))).as(broken).isInstanceOf(StrictXml.NotRead.class);
        }
    }

    @Test
    @DisplayName("見えない字だけの氏名の請求は、こちらからも出さない")
    void nobodyIsAskedForWithoutAName() {
        var one = CopyFixture.request(ID, ItemSeal.pair(), AT, CopyScope.WHOLE, List.of());
        var unseen = new CopyRequest(ID, AT, one.clerk(), one.identity(), "\uDB40\uDD00", one.birthDate(), one.address(), one.scope(), List.of(), false, one.key());
        assertThatThrownBy(() -> WideCopyXml.write(unseen)).isInstanceOf(StrictXml.NotRead.class);
    }

    @Test
    @DisplayName("回答は、通知するときだけ封をした部分をもつ。請求と取り違えない")
    void anAnswerHoldsWhatItTells() throws Exception {
        var pair = ItemSeal.pair();
        var told = new CopyReply(ID, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(CopyFixture.ITEMS), pair.getPublic().getEncoded(), ID));
        var xml = WideCopyXml.write(told);
        assertThat(WideCopyXml.readReply(xml)).usingRecursiveComparison().isEqualTo(told);
        assertThat(words(xml)).doesNotContain("写野", "本町");
        var refused = new CopyReply(ID, CopyOutcome.NOT_HERE, null);
        assertThat(WideCopyXml.readReply(WideCopyXml.write(refused))).usingRecursiveComparison().isEqualTo(refused);

        var both = words(xml).replace("told", "not-here").getBytes(StandardCharsets.UTF_8);
        var neither = words(WideCopyXml.write(refused)).replace("not-here", "told").getBytes(StandardCharsets.UTF_8);
        for (var broken : List.of(both, neither, WideCopyXml.write(CopyFixture.ITEMS))) {
            assertThatThrownBy(() -> WideCopyXml.readReply(broken)).isInstanceOf(StrictXml.NotRead.class);
        }
        assertThatThrownBy(() -> WideCopyXml.readRequest(xml)).isInstanceOf(StrictXml.NotRead.class);
    }

    @Test
    @DisplayName("事項は異体字も含めて書いたとおりに読める。封は、その請求の鍵でしか開かない")
    void itemsAreOpenedWithTheKeyOfTheRequestAlone() throws Exception {
        var pair = ItemSeal.pair();
        var key = pair.getPublic().getEncoded();
        var mine = pair.getPrivate().getEncoded();
        var items = WideCopyXml.write(CopyFixture.ITEMS);
        var sealed = ItemSeal.seal(items, key, ID);

        assertThat(WideCopyXml.readItems(ItemSeal.open(sealed, mine, key, ID))).isEqualTo(CopyFixture.ITEMS);
        assertThat(ItemSeal.seal(items, key, ID)).as("never twice the same").isNotEqualTo(sealed);
        var other = ItemSeal.pair();
        var changed = sealed.clone();
        changed[changed.length - 20] ^= 1;
        assertThatThrownBy(() -> ItemSeal.open(sealed, other.getPrivate().getEncoded(), key, ID)).isInstanceOf(ItemSeal.NotOpened.class);
        assertThatThrownBy(() -> ItemSeal.open(changed, mine, key, ID)).isInstanceOf(ItemSeal.NotOpened.class);
        assertThatThrownBy(() -> ItemSeal.open(sealed, mine, key, UUID.randomUUID())).as("of another request").isInstanceOf(ItemSeal.NotOpened.class);
        assertThatThrownBy(() -> ItemSeal.open(new byte[50], mine, key, ID)).isInstanceOf(ItemSeal.NotOpened.class);
        assertThatThrownBy(() -> ItemSeal.seal(items, new byte[ItemSeal.KEY_BYTES], ID)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("手紙の文には、請求した人は載るが、事項は載らない。断りの文は理由を言わない")
    void wordsSayNoItem() throws Exception {
        var asked = CopyFixture.request(ID, ItemSeal.pair(), AT, CopyScope.SOME, List.of("写野　葛󠄀"));
        assertThat(WideCopyWords.of(asked, new byte[] {1})).contains("第12条の4第2項", "写野　元", "世帯の一部（写野　葛󠄀）", "個人番号カードの提示", "担当 窓口　正子");
        var told = WideCopyWords.of(new CopyReply(ID, CopyOutcome.TOLD, new byte[] {1}), "試住第3号", new byte[] {1});
        assertThat(told).contains("第12条の4第3項", "試住第3号", "暗号").doesNotContain("写野");
        assertThat(WideCopyWords.of(new CopyReply(ID, CopyOutcome.NOT_HERE, null), "試住第3号", new byte[] {1})).contains("この窓口では交付できません")
                .doesNotContain("支援", "保護", "該当");
    }

    private static String words(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
