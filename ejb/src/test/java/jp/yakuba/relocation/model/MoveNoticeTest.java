package jp.yakuba.relocation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.StrictXml;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("転入通知の様式")
class MoveNoticeTest {
    private static final List<MoveNotice.Person> PERSONS = List.of(
            new MoveNotice.Person("転居　太郎", "テンキョ　タロウ", LocalDate.of(1988, 4, 2), "1"),
            new MoveNotice.Person("転居　花子", "テンキョ　ハナコ", LocalDate.of(1990, 7, 15), "2"));
    private static final MoveNotice OPEN = new MoveNotice(UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2026, 11, 1), "試験県試験市中央1番地",
            "北海道河西郡芽室町東二条1番地", false, PERSONS);
    private static final MoveNotice SHIELDED =
            new MoveNotice(UUID.randomUUID(), null, LocalDate.of(2026, 11, 1), "試験県試験市中央1番地", null, true, PERSONS);

    @Test
    @DisplayName("書いたものは、そのまま読める")
    void whatIsWrittenIsRead() throws Exception {
        assertThat(MoveNoticeXml.read(MoveNoticeXml.write(OPEN))).isEqualTo(OPEN);
        assertThat(MoveNoticeXml.read(MoveNoticeXml.write(SHIELDED))).isEqualTo(SHIELDED);
    }

    @Test
    @DisplayName("支援措置の人の新しい住所は、様式にも文にも入れられない")
    void aProtectedAddressFindsNoPlace() throws Exception {
        assertThatThrownBy(() -> new MoveNotice(UUID.randomUUID(), null, LocalDate.of(2026, 11, 1), "前", "北海道", true, PERSONS))
                .isInstanceOf(IllegalArgumentException.class);
        var both = text(SHIELDED).replace("<protected/>", "<protected/><new-address>北海道</new-address>");
        refused(both);
        refused(text(SHIELDED).replace("<protected/>", "<protected>北海道</protected>"));
        refused(text(SHIELDED).replace("<protected/>", ""));
        assertThat(MoveNoticeWords.of(SHIELDED, new byte[0])).contains("支援措置の対象のため", "転居　花子").doesNotContain("北海道");
        assertThat(MoveNoticeWords.of(OPEN, new byte[0])).contains("転入後の住所　北海道河西郡芽室町東二条1番地", MoveNoticeWords.RULE);
        assertThat(MoveNoticeWords.TITLE).as("names nobody").isEqualTo("転入通知");
    }

    @Test
    @DisplayName("様式に合わないものは読まない")
    void whatIsNotOfTheFormIsRefused() throws Exception {
        refused("no XML");
        refused("<move-notice xmlns=\"urn:yakuba:move-notice:1\"/>");
        refused(text(OPEN).replace("<sex>1</sex>", "<sex>3</sex>"));
        refused(text(OPEN).replace("1988-04-02", "1988-04-31"));
        refused(text(OPEN).replace("転居　太郎", "\u202E"));
        refused("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + text(OPEN).replace("転居　太郎", "&f;"));
    }

    @Test
    @DisplayName("様式に入らないものは書かない。どの決まりに合わないかだけを言う")
    void whatDoesNotFitIsNotWritten() {
        var long300 = new MoveNotice(UUID.randomUUID(), null, LocalDate.of(2026, 11, 1), "あ".repeat(301), "北海道", false, PERSONS);
        assertThatThrownBy(() -> MoveNoticeXml.write(long300)).isInstanceOfSatisfying(StrictXml.NotRead.class, unfit -> assertThat(unfit.rule()).startsWith("cvc-").doesNotContain("あ"));
        var nobody = new MoveNotice(UUID.randomUUID(), null, LocalDate.of(2026, 11, 1), "前", "北海道", false, List.of());
        assertThatThrownBy(() -> MoveNoticeXml.write(nobody)).isInstanceOf(StrictXml.NotRead.class);
    }

    @Test
    @DisplayName("手紙で守られた住所に似てよいのは、前の住所、氏名、台帳に確かめた今の住所。印のある通知に今の住所はない")
    void whatMayBeLikeAProtectedAddressIsNamed() {
        assertThat(MoveNoticeWords.cleared(OPEN)).containsExactlyInAnyOrder(OPEN.newAddress(), "試験県試験市中央1番地", "転居　太郎", "テンキョ　タロウ", "転居　花子", "テンキョ　ハナコ");
    }

    private static String text(MoveNotice notice) throws StrictXml.NotRead {
        return new String(MoveNoticeXml.write(notice), StandardCharsets.UTF_8).replaceFirst("^<\\?xml[^>]*\\?>", "");
    }

    private static void refused(String xml) {
        assertThatThrownBy(() -> MoveNoticeXml.read(xml.getBytes(StandardCharsets.UTF_8))).as(xml).isInstanceOf(StrictXml.NotRead.class);
    }
}
