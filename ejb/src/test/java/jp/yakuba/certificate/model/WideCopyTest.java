package jp.yakuba.certificate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.certificate.CopyFixture;
import jp.yakuba.certificate.api.CertificateProblem;
import jp.yakuba.certificate.api.CopyDoubt;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyPerson;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.CopyState;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("広域交付の請求の一生")
class WideCopyTest {
    private static final UUID ID = UUID.fromString("3c8b9d7e-1111-4222-8333-444455556666");
    private static final Instant AT = Instant.parse("2026-11-28T05:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final Instant SOON = AT.plusSeconds(30);
    private static final Instant UNTIL = AT.plusSeconds(3600);
    private final KeyPair pair = ItemSeal.pair();

    @Test
    @DisplayName("答えが来れば読め、交付し、渡し終えれば読めなくなる。残るのは受けた手紙と要約値だけ")
    void whatCameIsReadUntilAllIsHandedOver() throws Exception {
        var copy = asked();
        refused(CertificateProblem.NOT_IN_THIS_STATE, () -> copy.issue(SOON, DAY));
        assertThat(copy.answer(told(), letter(SOON))).isTrue();
        assertThat(copy.items()).isEqualTo(CopyFixture.ITEMS);
        assertThat(copy.answer(told(), letter(SOON))).as("the first counts").isFalse();
        copy.issue(SOON, DAY);
        copy.issue(SOON, DAY);
        refused(CertificateProblem.NOT_IN_THIS_STATE, () -> copy.withdraw(SOON));
        copy.finish(SOON, true);
        assertThat(copy.state()).isEqualTo(CopyState.DONE);
        assertThat(copy.items()).isNull();
        assertThat(copy.request()).isNull();
        assertThat(copy.hasKey()).isFalse();
        assertThat(copy.line(2).name()).isNull();
    }

    @Test
    @DisplayName("交付したものがどれも無効なら、渡し終えたとは言わず、取り下げで終わる")
    void whereEverySheetIsVoidNothingWasHandedOver() throws Exception {
        var copy = asked();
        copy.answer(told(), letter(SOON));
        refused(CertificateProblem.NOT_IN_THIS_STATE, () -> copy.finish(SOON, false));
        copy.issue(SOON, DAY);
        copy.finish(SOON, false);
        assertThat(copy.state()).isEqualTo(CopyState.WITHDRAWN);
        assertThat(copy.isErased()).isTrue();
        assertThat(copy.hasKey()).isFalse();
    }

    @Test
    @DisplayName("一覧は、届いた日ではなく、住民票の日で、今日交付できるかを言う")
    void theListSaysByTheDayOfTheLedger() throws Exception {
        var copy = asked(CopyFixture.request(ID, pair, AT, CopyScope.WHOLE, List.of()), AT.plusSeconds(24 * 3600));
        assertThat(copy.line(0).isOldOn(DAY)).as("nothing came").isFalse();
        copy.answer(told(), letter(AT.plusSeconds(11 * 3600))); // it came after midnight, of the day before
        assertThat(copy.line(0).asOf()).isEqualTo(DAY);
        assertThat(copy.line(0).isOldOn(DAY)).isFalse();
        assertThat(copy.line(0).isOldOn(DAY.plusDays(1))).isTrue();
        copy.issue(SOON, DAY);
        assertThat(copy.line(1).isOldOn(DAY.plusDays(1))).as("it was issued").isFalse();
    }

    @Test
    @DisplayName("回答の手紙を受け取れなかった請求は、待っているあいだだけ、そう言う")
    void anAnswerThatWasRefusedIsSaidWhileItWaits() throws Exception {
        var copy = asked();
        assertThat(copy.line(0).with(null, false).isAnsweredInVain()).isFalse();
        assertThat(copy.line(0).with(null, true).isAnsweredInVain()).isTrue();
        assertThat(copy.line(0).with(null, true).unnamed().isAnsweredInVain()).isTrue();
        copy.answer(told(), letter(SOON));
        assertThat(copy.line(0).with(null, true).isAnsweredInVain()).isFalse();
    }

    @Test
    @DisplayName("届いた人が請求に書いた人と同じ名前でないとき、求めた世帯主がないときは、人が見てから交付する。異体字と空きだけのちがいは同じ名前")
    void whoCameIsComparedWithWhoWasWanted() {
        var father = CopyFixture.ITEMS.persons().get(0);
        var child = CopyFixture.ITEMS.persons().get(1);
        assertThat(doubts(CopyScope.WHOLE, List.of(), true, CopyFixture.ITEMS)).isEmpty();
        assertThat(doubts(CopyScope.WHOLE, List.of(), true, items(DAY, true, null, father, child))).containsExactly(CopyDoubt.HEAD);
        assertThat(doubts(CopyScope.WHOLE, List.of(), false, items(DAY, true, null, child))).as("whoever asked is not among them").containsExactly(CopyDoubt.NAMES);
        assertThat(doubts(CopyScope.SELF, List.of(), false, items(DAY, false, null, father))).isEmpty();
        assertThat(doubts(CopyScope.SELF, List.of(), false, items(DAY, false, null, child))).as("a twin").containsExactly(CopyDoubt.NAMES);
        assertThat(doubts(CopyScope.SOME, List.of("写野葛"), false, items(DAY, false, null, child))).as("written otherwise").isEmpty();
        assertThat(doubts(CopyScope.SOME, List.of("写野　葛"), false, items(DAY, false, null, father))).as("another one").containsExactly(CopyDoubt.NAMES);
        assertThat(doubts(CopyScope.SOME, List.of("写野　元", "写野　葛"), false, items(DAY, false, null, child, child))).as("one twice").containsExactly(CopyDoubt.NAMES);
        var roman = new CopyPerson("ウツシノ　ケン", "UTSUSHINO KEN", father.birthDate(), "1", true, father.becameResident(), father.address(), null, null, null, null);
        assertThat(doubts(CopyScope.SOME, List.of("UTSUSHINO KEN"), false, items(DAY, false, null, roman))).as("by the name in Roman letters").isEmpty();
    }

    private Set<CopyDoubt> doubts(CopyScope scope, List<String> wanted, boolean relationships, CopyItems items) {
        var full = CopyFixture.request(ID, pair, AT, scope, wanted);
        var request = new CopyRequest(ID, AT, full.clerk(), full.identity(), full.name(), full.birthDate(), full.address(), scope, wanted, relationships, full.key());
        return items.doubts(request, name -> name.replaceAll("[\\s　\\x{E0100}-\\x{E01EF}]", ""));
    }

    @Test
    @DisplayName("取り下げた後や期限の後の答えは読めず、断られた請求の鍵はすぐ消える")
    void whatComesTooLateIsNotRead() throws Exception {
        var withdrawn = asked();
        withdrawn.withdraw(SOON);
        assertThat(withdrawn.answer(told(), letter(SOON))).isFalse();
        assertThat(withdrawn.open(told().sealed())).isNull();

        var late = asked();
        assertThat(late.answer(told(), letter(UNTIL))).isFalse();
        late.expire(UNTIL.minusSeconds(1), false);
        assertThat(late.state()).isEqualTo(CopyState.WAITING);
        late.expire(UNTIL, false);
        assertThat(late.state()).isEqualTo(CopyState.LAPSED);

        var refused = asked();
        assertThat(refused.answer(new CopyReply(ID, CopyOutcome.CHANGE_WAITS, null), letter(SOON))).isTrue();
        assertThat(refused.state()).isEqualTo(CopyState.REFUSED);
        assertThat(refused.hasKey()).isFalse();
        refused.expire(UNTIL, false);
        assertThat(refused.state()).as("stays what it was").isEqualTo(CopyState.REFUSED);
        assertThat(refused.isErased()).isTrue();

        var answered = asked();
        answered.answer(told(), letter(SOON));
        refused(CertificateProblem.NOT_IN_THIS_STATE, () -> answered.issue(UNTIL, DAY));
        answered.expire(UNTIL, false);
        assertThat(answered.state()).isEqualTo(CopyState.LAPSED);
    }

    @Test
    @DisplayName("写しは回答の日にだけ交付できる。真夜中を過ぎれば、期限の前でも交付できない")
    void aCopyIsIssuedOnTheDayOfItsAnswerAlone() throws Exception {
        var request = CopyFixture.request(ID, pair, AT, CopyScope.WHOLE, List.of());
        var copy = asked(request, AT.plusSeconds(24 * 3600));
        copy.answer(told(), letter(SOON));
        var midnight = Instant.parse("2026-11-28T15:00:00Z"); // in Japan
        copy.issue(midnight.minusSeconds(1), DAY);
        refused(CertificateProblem.ANSWER_OF_ANOTHER_DAY, () -> copy.issue(midnight, DAY));
        copy.issue(SOON, DAY);
    }

    @Test
    @DisplayName("答えは、頼んだ範囲・人数・続柄・本人の生年月日のとおりで、頼んだ日から今日までのものでなければ受けない")
    void anAnswerIsOfWhatWasAsked() throws Exception {
        var one = CopyFixture.ITEMS.persons().get(0);
        var bare = bare(one, one.birthDate());
        assertThat(answers(CopyScope.WHOLE, List.of(), true, CopyFixture.ITEMS)).isTrue();
        assertThat(answers(CopyScope.WHOLE, List.of(), true, items(DAY, false, "写野　元", one))).as("a part of it").isFalse();
        assertThat(answers(CopyScope.WHOLE, List.of(), true, items(DAY, true, null, bare))).as("without what was wanted").isFalse();
        assertThat(answers(CopyScope.WHOLE, List.of(), false, items(DAY, true, null, one))).as("with what was not").isFalse();
        assertThat(answers(CopyScope.WHOLE, List.of(), false, items(DAY, true, "写野　元", bare))).as("a head nobody wanted").isFalse();
        assertThat(answers(CopyScope.SELF, List.of(), false, items(DAY, false, null, bare))).isTrue();
        assertThat(answers(CopyScope.SELF, List.of(), false, items(DAY, false, null, bare(one, one.birthDate().plusDays(1))))).as("somebody else").isFalse();
        assertThat(answers(CopyScope.SELF, List.of(), false, items(DAY, false, null, bare, bare))).as("more than one").isFalse();
        assertThat(answers(CopyScope.SOME, List.of("写野　葛󠄀"), false, items(DAY, false, null, bare))).isTrue();
        assertThat(answers(CopyScope.SOME, List.of("写野　葛󠄀", "写野　元"), false, items(DAY, false, null, bare))).as("one is left out").isFalse();
        assertThat(answers(CopyScope.SELF, List.of(), false, items(DAY.minusDays(1), false, null, bare))).as("from before it was asked").isFalse();
        assertThat(answers(CopyScope.SELF, List.of(), false, items(DAY.plusDays(1), false, null, bare))).as("of tomorrow").isFalse();
    }

    private boolean answers(CopyScope scope, List<String> wanted, boolean relationships, CopyItems items) throws Exception {
        var full = CopyFixture.request(ID, pair, AT, scope, wanted);
        var request = new CopyRequest(ID, AT, full.clerk(), full.identity(), full.name(), full.birthDate(), full.address(), scope, wanted, relationships, full.key());
        return asked(request).isAnsweredBy(ItemSeal.seal(WideCopyXml.write(items), full.key(), ID), SOON);
    }

    private static CopyItems items(LocalDate asOf, boolean whole, String head, CopyPerson... persons) {
        return new CopyItems(asOf, whole, head, List.of(persons));
    }

    private static CopyPerson bare(CopyPerson one, LocalDate born) {
        return new CopyPerson(one.name(), null, born, one.sex(), one.foreign(), one.becameResident(), one.address(), one.settledOn(), one.notifiedOn(),
                one.previousAddress(), null);
    }

    @Test
    @DisplayName("期限が来たとき、渡した写しがなければ期限切れになる。取り出されなかった用紙は無効で手数料がなく、取り出したとは言わない")
    void aSheetThatNobodyFetchedIsVoid() throws Exception {
        var fetched = asked();
        fetched.answer(told(), letter(SOON));
        fetched.issue(SOON, DAY);
        fetched.expire(UNTIL, true);
        assertThat(fetched.state()).isEqualTo(CopyState.DONE);
        var left = asked();
        left.answer(told(), letter(SOON));
        left.issue(SOON, DAY);
        left.expire(UNTIL, false);
        assertThat(left.state()).isEqualTo(CopyState.LAPSED);

        var sheet = IssuedCopy.of(ID, ID, new IssuedCopy.Number(2026, 14), 300, new byte[] {1}, SOON, "窓口");
        assertThat(sheet.isUnfetched()).isTrue();
        sheet.lapse();
        assertThat(sheet.isUnfetched()).isFalse();
        assertThat(sheet.isFetched()).isFalse();
        assertThat(sheet.line().printed()).isFalse();
        assertThat(sheet.line().fee()).isZero();
        var printed = IssuedCopy.of(ID, ID, new IssuedCopy.Number(2026, 15), 300, new byte[] {1}, SOON, "窓口");
        printed.print(SOON);
        printed.lapse();
        assertThat(printed.isFetched()).isTrue();
        assertThat(printed.line().fee()).isEqualTo(300);
    }

    @Test
    @DisplayName("一通の用紙は一度だけ取り出せ、書き損じは手数料がかからず、理由が残る")
    void aSheetIsFetchedOnce() {
        var sheet = IssuedCopy.of(ID, ID, new IssuedCopy.Number(2026, 12), 300, new byte[] {1, 2}, SOON, "窓口");
        assertThat(sheet.line().number()).isEqualTo("2026-広-000012");
        assertThat(sheet.print(SOON)).containsExactly(1, 2);
        refused(CertificateProblem.PRINTED_ALREADY, () -> sheet.print(SOON));
        refused(CertificateProblem.REASON_NEEDED, () -> sheet.spoil(" "));
        sheet.spoil("紙づまり");
        refused(CertificateProblem.REASON_NEEDED, () -> sheet.spoil("もう一度"));
        assertThat(sheet.line().fee()).isZero();
        var unprinted = IssuedCopy.of(ID, ID, new IssuedCopy.Number(2026, 13), 300, new byte[] {1}, SOON, "窓口");
        unprinted.spoil("取り違え");
        refused(CertificateProblem.PRINTED_ALREADY, () -> unprinted.print(SOON));
    }

    @Test
    @DisplayName("用紙には発行番号、認証文、発行する町の長の職氏名が載り、本籍・筆頭者・個人番号・住民票コードの欄はない")
    void thePaperSaysWhatTheLawWants() throws Exception {
        var out = new ByteArrayOutputStream();
        CopyPaper.write(CopyFixture.ITEMS, new CopyPaper.Frame("2026-広-000012", LocalDate.of(2026, 11, 28), "この写しは、試験市が備える住民票の原本と相違ないことを証明する。",
                "芽室町長　手島　旭"), out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("住民票の写し", "2026-広-000012", "世帯全員", "世帯主の氏名", "写野　元", "続柄", "子", "昭和55年5月5日", "住所を定めた年月日", "平成13年4月3日",
                    "試験県前市古町3番地", "原本と相違ないことを証明する", "令和8年11月28日", "芽室町長　手島　旭");
            assertThat(text).doesNotContain("本籍", "筆頭者", "個人番号", "住民票コード");
        }
    }

    private WideCopy asked() throws Exception {
        return asked(CopyFixture.request(ID, pair, AT, CopyScope.WHOLE, List.of()));
    }

    private WideCopy asked(CopyRequest request) throws Exception {
        return asked(request, UNTIL);
    }

    private WideCopy asked(CopyRequest request, Instant until) throws Exception {
        return WideCopy.asked(request, new WideCopy.Way("residents", "990019", "試験市", UUID.randomUUID(), "芽住第1号"), WideCopyXml.write(request),
                pair.getPrivate().getEncoded(), until);
    }

    private CopyReply told() throws Exception {
        return new CopyReply(ID, CopyOutcome.TOLD, ItemSeal.seal(WideCopyXml.write(CopyFixture.ITEMS), pair.getPublic().getEncoded(), ID));
    }

    private static WideCopy.Letter letter(Instant at) {
        return new WideCopy.Letter(UUID.randomUUID(), "試住第3号", at);
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
