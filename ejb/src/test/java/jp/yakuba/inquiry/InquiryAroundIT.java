package jp.yakuba.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jp.yakuba.AsRecordsOfficer;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.inquiry.api.AskedState;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.inquiry.api.OfficeState;
import jp.yakuba.inquiry.api.WriteInquiry;
import jp.yakuba.inquiry.model.AskedForm;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.kernel.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("照会と回答のまわり：起案、引継ぎ、再送、期限(コンテナ内)")
class InquiryAroundIT extends InquiryCase {
    @Inject
    private DispatchDesk dispatch;

    @Inject
    private RecordDesk records;

    @Inject
    private AsRecordsOfficer officer;

    @Resource
    private ManagedExecutorService threads;

    @Test
    @DisplayName("様式の付いた起案の件名と本文は照会の画面で直す。伺いは直せ、様式を外せば本文も直せる")
    void wordsAndPartSayTheSame() throws Exception {
        var id = written("本文を変えられない照会");
        var draft = draft(id);
        assertThat(as(CLERK, () -> drafting.get(draft)).rights().bound()).isTrue();
        refused(DocumentProblem.WORDS_BOUND, () -> rewrite(draft, "別の件名", null, null));
        refused(DocumentProblem.WORDS_BOUND, () -> rewrite(draft, null, null, "回答期限は明日です。"));
        rewrite(draft, null, "急いで伺います。", null);
        assertThat(as(CLERK, () -> drafting.get(draft)).text().ask()).isEqualTo("急いで伺います。");
        takeBack(id);
        assertThat(as(CLERK, () -> drafting.get(draft)).rights().bound()).isFalse();
        rewrite(draft, null, null, "様式のない文書になりました。");
        assertThat(as(CLERK, () -> drafting.get(draft)).text().plain()).contains("様式のない文書");
    }

    private void rewrite(UUID draft, String title, String ask, String text) throws Exception {
        as(CLERK, () -> {
            var now = drafting.get(draft);
            drafting.write(new WriteDraft(draft, now.version(), title == null ? now.text().title() : title, ask == null ? now.text().ask() : ask,
                    text == null ? now.text().plain() : text, false, now.facts(), List.of(), List.of()));
            return null;
        });
    }

    @Test
    @DisplayName("届いた照会の文書を引き継いだ課が、その照会を見て、回答を起案する")
    void whoHasTheRecordAnswers() throws Exception {
        var id = asked("引き継ぐ照会 " + UUID.randomUUID(), UUID.randomUUID());
        var record = as(CLERK, () -> answering.get(id)).recordId();
        request.as(LEAD, () -> officer.call(() -> {
            records.distribute(record, records.get(record).version(), "tax", null);
            return null;
        }));
        refused(InquiryProblem.NO_SUCH_INQUIRY, () -> as(CLERK, () -> answering.get(id)));
        var sheet = as(TAX, () -> answering.get(id));
        assertThat(sheet.line().section()).isEqualTo("tax");
        assertThat(as(TAX, () -> answering.list(true, new PageRequest(0, 100))).rows()).anyMatch(one -> one.id().equals(id));
        as(TAX, () -> {
            answering.keep(id, sheet.version(), InquiryFixture.ANSWERS);
            return null;
        });
        var draft = as(TAX, () -> answering.draft(id, answering.get(id).version()));
        assertThat(as(TAX, () -> drafting.get(draft)).section()).isEqualTo("tax");
    }

    @Test
    @DisplayName("起案の状態を見ることは閲覧ではなく、起案を読めない人の照会の画面も開く")
    void askingWhereADraftStandsIsNoLook() throws Exception {
        var id = written("読めない起案の照会");
        var draft = draft(id);
        var looks = looksAt(draft);
        assertThat(as(CLERK, () -> inquiries.get(id)).draft()).isEqualTo(DraftState.DRAFTING);
        asOwner("UPDATE yakuba.doc_draft SET confidential = true WHERE id = '" + draft + "'");
        refused(DocumentProblem.NO_SUCH_DRAFT, () -> as(CHIEF, () -> drafting.get(draft)));
        assertThat(as(CHIEF, () -> inquiries.get(id)).draft()).isEqualTo(DraftState.DRAFTING);
        assertThat(looksAt(draft)).isEqualTo(looks);
    }

    private String looksAt(UUID draft) throws Exception {
        return text("SELECT count(*) FROM yakuba.aud_entry WHERE kind = 'LOOK' AND deed = 'document.draft-view' AND object_id = '" + draft + "'");
    }

    @Test
    @DisplayName("施行の画面から改めて送った照会も、送ったものとして並ぶ")
    void whatLeftTwiceHasLeft() throws Exception {
        var id = sent("二度送る照会", CODE, THIRD);
        var sheet = as(CLERK, () -> inquiries.get(id));
        var again = as(CLERK, () -> dispatch.send(new SendOut(UUID.randomUUID(), sheet.draftId(), NumberSeries.LETTER, null, null, List.of(to(CODE)))));
        assertThat(again.id()).isNotEqualTo(sheet.recordId());
        assertThat(as(CLERK, () -> inquiries.get(id)).offices()).extracting(one -> one.state()).containsExactly(OfficeState.SENT, OfficeState.SENT);
        asOwner("UPDATE yakuba.exc_parcel SET state = 'GIVEN_UP', problem = 'BY_HAND', next_at = NULL, claimed = false WHERE record_id = '" + again.id() + "'");
        assertThat(as(CLERK, () -> inquiries.get(id)).offices()).as("the letter that left last tells").extracting(one -> one.state())
                .containsExactly(OfficeState.UNREACHED, OfficeState.SENT);
    }

    private SendOut.Recipient to(String code) {
        return new SendOut.Recipient(DispatchChannel.EXCHANGE, null, null, null, null, null, null, code, null, null, clock.today().plusDays(14));
    }

    @Test
    @DisplayName("期限の日の終わりまでにここへ届いた回答は、確かめるのが翌日でも期限のうち。翌日の零時からは期限後")
    void lateIsReckonedByWhenItWasKept() throws Exception {
        var id = sent("期限の照会", CODE, THIRD);
        var deadline = clock.today().minusDays(1);
        asOwner("UPDATE yakuba.inq_inquiry SET deadline = '" + deadline + "' WHERE id = '" + id + "'");
        storedAt(deadline + " 23:59:59.9+09", () -> answer(CODE, id, InquiryFixture.ANSWERS));
        storedAt(deadline.plusDays(1) + " 00:00:00+09", () -> answer(THIRD, id, InquiryFixture.ANSWERS));
        var lines = as(CLERK, () -> inquiries.get(id)).offices();
        assertThat(lines).extracting(one -> one.late()).containsExactly(false, true);

        storedAt(deadline + " 12:00:00+09", () -> answer(CODE, id, List.of(InquiryFixture.given("q1", "先の課"), InquiryFixture.given("q3", "1"),
                InquiryFixture.given("q5", "なし"))));
        assertThat(as(CLERK, () -> inquiries.get(id)).offices().get(0).to("q1")).as("what was kept later counts, whatever was judged last")
                .containsExactly("土木課");
    }

    /** While the deed runs, letters are kept at the moment. */
    private void storedAt(String moment, Callable<?> deed) throws Exception {
        asOwner("CREATE FUNCTION yakuba.test_stored_at() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'STORED' THEN NEW.stored_at := '"
                + moment + "'; END IF; RETURN NEW; END $$");
        asOwner("CREATE TRIGGER test_stored_at BEFORE INSERT OR UPDATE ON yakuba.exc_arrival FOR EACH ROW EXECUTE FUNCTION yakuba.test_stored_at()");
        try {
            deed.call();
        } finally {
            asOwner("DROP TRIGGER test_stored_at ON yakuba.exc_arrival");
            asOwner("DROP FUNCTION yakuba.test_stored_at()");
        }
    }

    @Test
    @DisplayName("秘密の照会があっても、一覧のどのページも欠けず、件数にも入らない")
    void noPageIsShorter() throws Exception {
        var ids = List.of(asked("並ぶ照会 " + UUID.randomUUID(), UUID.randomUUID()), asked("並ぶ照会 " + UUID.randomUUID(), UUID.randomUUID()));
        var before = as(CLERK, () -> answering.list(false, new PageRequest(0, 1))).total();
        makeConfidential(as(CLERK, () -> answering.get(ids.get(0))).recordId());
        var after = as(CLERK, () -> answering.list(false, new PageRequest(0, 1))).total();
        assertThat(after).isEqualTo(before - 1);
        for (int page = 0; page < after; page++) {
            int number = page;
            assertThat(as(CLERK, () -> answering.list(false, new PageRequest(number, 1))).rows()).hasSize(1).noneMatch(one -> one.id().equals(ids.get(0)));
        }
    }

    @Test
    @DisplayName("差し戻された照会、否決された照会はそのとおりに見え、否決されれば様式は外れ、書き直して改めて起案できる")
    void whatWasNotDecidedCanBeWrittenAnew() throws Exception {
        var id = written("否決される照会");
        var draft = draft(id);
        var first = propose(draft);
        assertThat(as(CLERK, () -> inquiries.get(id)).draft()).isEqualTo(DraftState.PROPOSED);
        as(LEAD, () -> {
            approval.sendBack(first, approval.get(first).version(), "直してください");
            return null;
        });
        assertThat(as(CLERK, () -> inquiries.get(id)).draft()).isEqualTo(DraftState.DRAFTING);
        assertThat(parts(draft)).as("sent back, it may be proposed again as it is").isEqualTo("1");
        reject(propose(draft));
        assertThat(as(CLERK, () -> inquiries.get(id)).draft()).isEqualTo(DraftState.REJECTED);
        assertThat(as(CLERK, () -> inquiries.list(new PageRequest(0, 100))).rows()).filteredOn(one -> one.id().equals(id))
                .allMatch(one -> one.draft() == DraftState.REJECTED);
        assertThat(parts(draft)).isEqualTo("0");
        takeBack(id);
        assertThat(draft(id)).isNotEqualTo(draft);
    }

    @Test
    @DisplayName("否決された回答も、書き直して改めて起案できる")
    void aRejectedAnswerIsWrittenAnew() throws Exception {
        var id = asked("否決される回答 " + UUID.randomUUID(), UUID.randomUUID());
        keep(id, InquiryFixture.ANSWERS);
        var draft = as(CLERK, () -> answering.draft(id, answering.get(id).version()));
        reject(propose(draft));
        var sheet = as(CLERK, () -> answering.get(id));
        assertThat(sheet.line().draft()).isEqualTo(DraftState.REJECTED);
        assertThat(sheet.decided()).isFalse();
        assertThat(parts(draft)).isEqualTo("0");
        keep(id, InquiryFixture.ANSWERS);
        assertThat(as(CLERK, () -> answering.draft(id, answering.get(id).version()))).isNotEqualTo(draft);
    }

    private UUID propose(UUID draft) throws Exception {
        return as(CLERK, () -> drafting.propose(new ProposeDraft(draft, drafting.get(draft).version(), List.of(), false, null)));
    }

    private void reject(UUID proposal) throws Exception {
        as(LEAD, () -> {
            approval.approve(proposal, approval.get(proposal).version(), null);
            return null;
        });
        as(CHIEF, () -> {
            approval.reject(proposal, approval.get(proposal).version(), "要らない");
            return null;
        });
    }

    private String parts(UUID draft) throws Exception {
        return text("SELECT count(*) FROM yakuba.exc_service_part WHERE draft_id = '" + draft + "'");
    }

    @Test
    @DisplayName("知らない版の様式の回答、西暦1868年より前の日の回答と照会は否認する")
    void otherVersionsAndDaysWithoutEraAreRefused() throws Exception {
        var id = sent("版の照会", CODE);
        var whole = InquiryXml.write(new InquiryXml.Answered(id, InquiryFixture.ANSWERS), InquiryFixture.FORM);
        var other = office(CODE).service("回答", UUID.randomUUID(), UUID.randomUUID(), new ServicePart("inquiry-answer", 2, whole));
        assertThat(deliver(CODE, other).fault()).isEqualTo(ExchangeFault.SERVICE_VERSION.code());
        var early = List.of(InquiryFixture.given("q1", "史料課"), InquiryFixture.given("q3", "1"), InquiryFixture.given("q4", "1868-10-22"),
                InquiryFixture.given("q5", "なし"));
        assertThat(answer(CODE, id, early).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        var form = new AskedForm(UUID.randomUUID(), "昔の期限", "", LocalDate.of(1500, 1, 1), InquiryFixture.FORM);
        var letter = office(CODE).service("昔の期限", UUID.randomUUID(), null, new ServicePart("inquiry", 1, InquiryXml.write(form)));
        assertThat(deliver(CODE, letter).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        refused(InquiryProblem.DEADLINE_OVER, () -> write(new WriteInquiry(UUID.randomUUID(), null, "general", "昔", "", LocalDate.of(1500, 1, 1),
                List.of(CODE), InquiryFixture.FORM)));
        var mine = asked("昔の日の照会 " + UUID.randomUUID(), UUID.randomUUID());
        keep(mine, early);
        refused(InquiryProblem.ANSWERS_NOT_WHOLE, () -> as(CLERK, () -> answering.draft(mine, answering.get(mine).version())));
    }

    @Test
    @DisplayName("様式を改めた照会が届くと、前の様式への回答は残り、合わない回答のままでは起案できない")
    void answersToAnEarlierFormStay() throws Exception {
        var inquiry = UUID.randomUUID();
        var title = "改める照会 " + inquiry;
        var id = asked(title, inquiry);
        keep(id, InquiryFixture.ANSWERS);
        var draft = as(CLERK, () -> answering.draft(id, answering.get(id).version()));
        var shorter = new AskedForm(inquiry, title, "説明", clock.today().plusDays(10), InquiryFixture.FORM.subList(0, 3));
        var letter = office(CODE).service(title, UUID.randomUUID(), null, new ServicePart("inquiry", 1, InquiryXml.write(shorter)));
        assertThat(deliver(CODE, letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        var sheet = as(CLERK, () -> answering.get(id));
        assertThat(sheet.line().state()).isEqualTo(AskedState.OPEN);
        assertThat(sheet.line().draftId()).isNull();
        assertThat(sheet.to("q7")).as("nothing written is lost").containsExactly("中央公園\t3", "東公園\t");
        refused(InquiryProblem.ANSWERS_NOT_WHOLE, () -> as(CLERK, () -> answering.draft(id, sheet.version())));
        decide(draft);
        refused(InquiryProblem.CHANGED_MEANWHILE, () -> as(CLERK, () -> dispatch.send(new SendOut(draft, draft, NumberSeries.LETTER, null, null,
                List.of(to(CODE))))));
        keep(id, InquiryFixture.ANSWERS.subList(0, 3));
        as(CLERK, () -> answering.draft(id, answering.get(id).version()));
    }

    @Test
    @DisplayName("送るのと起案から外すのが同じ瞬間でも、様式のない照会は出ない")
    void whatIsTakenBackInTheSameMomentDoesNotLeave() throws Exception {
        for (int round = 0; round < 5; round++) {
            var id = written("同じ瞬間の照会");
            var draft = draft(id);
            decide(draft);
            long seen = version(id);
            atOnce(() -> as(CLERK, () -> inquiries.send(id)), () -> as(CLERK, () -> {
                inquiries.takeBack(id, seen);
                return null;
            }));
            var left = text("SELECT count(*) FROM yakuba.exc_parcel p JOIN yakuba.doc_dispatch d ON d.record_id = p.record_id WHERE d.draft_id = '" + draft + "'");
            var plain = text("SELECT count(*) FROM yakuba.exc_parcel p JOIN yakuba.doc_dispatch d ON d.record_id = p.record_id WHERE p.service <> 'inquiry' "
                    + "AND d.draft_id = '" + draft + "'");
            assertThat(plain).isEqualTo("0");
            assertThat(text("SELECT state FROM yakuba.inq_inquiry WHERE id = '" + id + "'"))
                    .isEqualTo(left.equals("0") ? InquiryState.WRITING.name() : InquiryState.SENT.name());
        }
    }

    private void atOnce(Callable<?>... deeds) throws Exception {
        var start = new CountDownLatch(1);
        var running = List.of(deeds).stream().<Future<?>>map(deed -> threads.submit((Callable<Object>) () -> {
            start.await();
            return deed.call();
        })).toList();
        start.countDown();
        int done = 0;
        for (var one : running) {
            try {
                one.get();
                done++;
            } catch (ExecutionException refused) {
                continue; // the other one was faster
            }
        }
        if (done == 0) {
            fail("nobody got through");
        }
    }

    @Test
    @DisplayName("回答の文書は、照会した課に届く")
    void aReplyGoesToTheSectionThatAsked() throws Exception {
        var id = sent("課の照会", CODE);
        var record = as(CLERK, () -> inquiries.get(id)).recordId();
        asOwner("UPDATE yakuba.exc_parcel SET section = 'tax' WHERE record_id = '" + record + "'");
        var asking = UUID.fromString(text("SELECT id FROM yakuba.exc_parcel WHERE record_id = '" + record + "'"));
        var part = new ServicePart("inquiry-answer", 1, InquiryXml.write(new InquiryXml.Answered(id, InquiryFixture.ANSWERS), InquiryFixture.FORM));
        var letter = office(CODE).service("回答", asking, asking, part);
        assertThat(deliver(CODE, letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        assertThat(text("SELECT r.section FROM yakuba.doc_record r JOIN yakuba.inq_answer a ON a.record_id = r.id WHERE a.inquiry = '" + id + "'"))
                .isEqualTo("tax");
    }

    @Test
    @DisplayName("保存できる大きさを超える回答は、どの欄かを言って断り、前に保存したものは残る")
    void whatCouldNotBeReadAgainIsNotKept() throws Exception {
        var id = asked("大きい回答 " + UUID.randomUUID(), UUID.randomUUID());
        keep(id, InquiryFixture.ANSWERS);
        var much = List.of(InquiryFixture.given("q1", "土木課"), new Given("q2", List.of("長".repeat(1_500_000))));
        refused(InquiryProblem.TOO_MUCH, () -> keep(id, much));
        assertThat(as(CLERK, () -> answering.get(id)).to("q1")).containsExactly("土木課");
        assertThat(as(CLERK, () -> answering.get(id)).to("q2")).containsExactly("一行目\n二行目");
        keep(id, List.of(new Given("q7", Collections.nCopies(500, "長".repeat(300) + "\t" + "数".repeat(300)))));
        assertThat(as(CLERK, () -> answering.get(id)).to("q7")).hasSize(500);
    }

    private UUID written(String title) throws Exception {
        var id = UUID.randomUUID();
        write(new WriteInquiry(id, null, "general", title, "次の事項について照会します。", clock.today().plusDays(14), List.of(CODE), InquiryFixture.FORM));
        return id;
    }

    private void takeBack(UUID id) throws Exception {
        as(CLERK, () -> {
            inquiries.takeBack(id, version(id));
            return null;
        });
    }
}
