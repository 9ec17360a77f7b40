package jp.yakuba.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.inquiry.api.AnswerState;
import jp.yakuba.inquiry.api.AskedState;
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
@DisplayName("照会と回答(コンテナ内)")
class InquiryIT extends InquiryCase {
    @Test
    @DisplayName("照会は起案、決裁、施行を経て、様式を添えた文書として二つの役所へ出る。回答は一覧に並ぶ")
    void anInquiryIsDecidedSentAndAnswered() throws Exception {
        var id = sent("道路の照会", CODE, THIRD);
        var sheet = as(CLERK, () -> inquiries.get(id));
        assertThat(sheet.state()).isEqualTo(InquiryState.SENT);
        assertThat(sheet.number()).startsWith("芽総第");
        assertThat(sheet.offices()).extracting(one -> one.state()).containsExactly(OfficeState.SENT, OfficeState.SENT);
        assertThat(as(CLERK, () -> inquiries.send(id))).as("the same again sends nothing").isEqualTo(sheet.number());
        assertThat(text("SELECT count(*) FROM yakuba.exc_parcel WHERE record_id = '" + sheet.recordId() + "' AND service = 'inquiry'")).isEqualTo("2");
        assertThat(partThatLeft(sheet.recordId(), CODE)).as("the part is signed with the letter").isEqualTo(
                InquiryXml.write(new AskedForm(id, sheet.title(), sheet.explanation(), sheet.deadline(), InquiryFixture.FORM)));

        assertThat(answer(CODE, id, InquiryFixture.ANSWERS).state()).isEqualTo(ArrivalState.ACCEPTED);
        var line = as(CLERK, () -> inquiries.get(id)).offices().get(0);
        assertThat(line.state()).isEqualTo(OfficeState.ANSWERED);
        assertThat(line.late()).isFalse();
        assertThat(line.to("q3")).containsExactly("12.5");
        assertThat(line.to("q7")).containsExactly("中央公園\t3", "東公園\t");
        assertThat(as(CLERK, () -> inquiries.list(new PageRequest(0, 50))).rows()).filteredOn(one -> one.id().equals(id))
                .allMatch(one -> one.asked() == 2 && one.answered() == 1);
    }

    @Test
    @DisplayName("二度目の回答は前の回答に代わり、前のものも残る。期限を過ぎた回答には印がつき、締め切った後の回答は数えない")
    void laterAnswersTakeThePlaceOfEarlier() throws Exception {
        var id = sent("何度も答える照会", CODE);
        answer(CODE, id, InquiryFixture.ANSWERS);
        asOwner("UPDATE yakuba.inq_inquiry SET deadline = '" + clock.today().minusDays(1) + "' WHERE id = '" + id + "'");
        answer(CODE, id, List.of(InquiryFixture.given("q1", "都市整備課"), InquiryFixture.given("q3", "20"), InquiryFixture.given("q5", "なし")));
        var line = as(CLERK, () -> inquiries.get(id)).offices().get(0);
        assertThat(line.state()).isEqualTo(OfficeState.ANSWERED_AGAIN);
        assertThat(line.late()).isTrue();
        assertThat(line.to("q1")).containsExactly("都市整備課");
        assertThat(line.others()).extracting(one -> one.state()).containsExactly(AnswerState.REPLACED);

        close(id);
        assertThat(answer(CODE, id, InquiryFixture.ANSWERS).state()).as("it is a letter all the same").isEqualTo(ArrivalState.ACCEPTED);
        var after = as(CLERK, () -> inquiries.get(id)).offices().get(0);
        assertThat(after.to("q1")).containsExactly("都市整備課");
        assertThat(after.others()).extracting(one -> one.state()).containsExactly(AnswerState.AFTER_CLOSING, AnswerState.REPLACED);
    }

    @Test
    @DisplayName("照会していない役所の回答、知らない照会への回答、様式に合わない回答は、理由とともに否認する")
    void answersThatNobodyAskedForAreRefused() throws Exception {
        var id = sent("一つの役所への照会", CODE);
        assertThat(answer(THIRD, id, InquiryFixture.ANSWERS).fault()).isEqualTo(ExchangeFault.SERVICE_UNASKED.code());
        assertThat(answer(CODE, UUID.randomUUID(), InquiryFixture.ANSWERS).fault()).isEqualTo(ExchangeFault.SERVICE_UNASKED.code());
        assertThat(answer(CODE, id, List.of(InquiryFixture.given("q1", "土木課"))).fault()).isEqualTo(ExchangeFault.SERVICE_INVALID.code());
        assertThat(as(CLERK, () -> inquiries.get(id)).offices().get(0).given()).isEmpty();
    }

    @Test
    @DisplayName("他の役所の照会には、途中まで書いて保存し、起案、決裁を経て、同じ会話の中で様式のとおり回答する")
    void whatIsAskedIsAnswered() throws Exception {
        var form = new AskedForm(UUID.randomUUID(), "公園の照会 " + UUID.randomUUID(), "説明", clock.today().plusDays(10), InquiryFixture.FORM);
        var letter = office(CODE).service(form.title(), UUID.randomUUID(), null, new ServicePart("inquiry", 1, InquiryXml.write(form)));
        assertThat(deliver(CODE, letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        var line = as(CLERK, () -> answering.list(false, new PageRequest(0, 100))).rows().stream().filter(one -> one.title().equals(form.title())).findFirst().orElseThrow();
        var id = line.id();
        assertThat(line.section()).isEqualTo("general");
        assertThat(as(TAX, () -> answering.list(false, new PageRequest(0, 100))).rows()).noneMatch(one -> one.id().equals(id));
        refused(InquiryProblem.NO_SUCH_INQUIRY, () -> as(TAX, () -> answering.get(id)));

        refused(InquiryProblem.ANSWERS_NOT_WHOLE, () -> as(CLERK, () -> answering.draft(id, 0)));
        keep(id, List.of(InquiryFixture.given("q1", "土木課"), InquiryFixture.given("q3", "まだ"), InquiryFixture.given("q2", "あ\u0000い\u202Eう")));
        var half = as(CLERK, () -> answering.get(id));
        assertThat(half.to("q3")).as("nothing typed is lost").containsExactly("まだ");
        assertThat(half.to("q2")).as("what nobody sees is gone").containsExactly("あいう");
        refused(InquiryProblem.CHANGED_MEANWHILE, () -> as(CLERK, () -> {
            answering.keep(id, half.version() - 1, List.of());
            return null;
        }));
        refused(InquiryProblem.ANSWERS_NOT_WHOLE, () -> as(CLERK, () -> answering.draft(id, half.version())));

        keep(id, InquiryFixture.ANSWERS);
        var draft = as(CLERK, () -> answering.draft(id, answering.get(id).version()));
        refused(InquiryProblem.NOT_DECIDED, () -> as(CLERK, () -> answering.send(id)));
        decide(draft);
        assertThat(as(CLERK, () -> answering.get(id)).decided()).isTrue();
        var number = as(CLERK, () -> answering.send(id));
        assertThat(as(CLERK, () -> answering.get(id)).line().state()).isEqualTo(AskedState.ANSWERED);
        assertThat(as(CLERK, () -> answering.send(id))).isEqualTo(number);
        assertThat(text("SELECT l.state FROM yakuba.doc_life l JOIN yakuba.inq_asked a ON a.record_id = l.record_id WHERE a.id = '" + id + "'"))
                .as("the letter that asked waits for nobody").isEqualTo("COMPLETED");
        assertThat(text("SELECT conversation || ' ' || reply_to || ' ' || service FROM yakuba.exc_parcel WHERE number = '" + number + "' AND peer = '" + CODE
                + "' ORDER BY ordered_at DESC LIMIT 1")).isEqualTo(letter.head().conversationId() + " " + letter.id() + " inquiry-answer");
    }

    @Test
    @DisplayName("取り決めのない役所、問のない様式、過ぎた期限では起案できない。課の外の人と住民には見えない")
    void whatCannotBeAskedIsRefused() throws Exception {
        var id = UUID.randomUUID();
        write(new WriteInquiry(id, null, "general", "出せない照会", "", clock.today(), List.of("990035"), List.of()));
        write(new WriteInquiry(id, null, "general", "出せない照会", "", clock.today(), List.of("990035"), List.of())); // the same form again
        assertThat(text("SELECT count(*) FROM yakuba.inq_inquiry WHERE title = '出せない照会'")).isEqualTo("1");
        refused(InquiryProblem.OFFICE_NOT_ASKED, () -> draft(id));
        write(new WriteInquiry(id, version(id), "general", "出せない照会", "", clock.today(), List.of(CODE), List.of()));
        refused(InquiryProblem.FORM_NOT_WHOLE, () -> draft(id));
        write(new WriteInquiry(id, version(id), "general", "出せない照会", "", clock.today().minusDays(1), List.of(CODE), InquiryFixture.FORM));
        refused(InquiryProblem.DEADLINE_OVER, () -> draft(id));
        refused(InquiryProblem.NO_SUCH_INQUIRY, () -> as(TAX, () -> inquiries.get(id)));
        refused(InquiryProblem.NOT_YOUR_SECTION, () -> request.as(TAX, () -> staff.call(() -> {
            inquiries.write(new WriteInquiry(UUID.randomUUID(), null, "general", "他課", "", clock.today(), List.of(), List.of()));
            return null;
        })));
        assertThatThrownBy(() -> resident.call(() -> inquiries.get(id))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> answering.list(false, new PageRequest(0, 1)))).isInstanceOf(EJBAccessException.class);

        write(new WriteInquiry(id, version(id), "general", "出せる照会", "", clock.today(), List.of(CODE), InquiryFixture.FORM));
        long seen = version(id);
        draft(id);
        refused(InquiryProblem.CHANGED_MEANWHILE, () -> as(CLERK, () -> inquiries.draft(id, seen)));
        refused(InquiryProblem.NOT_DECIDED, () -> as(CLERK, () -> inquiries.send(id)));
        as(CLERK, () -> {
            inquiries.takeBack(id, version(id));
            return null;
        });
        assertThat(as(CLERK, () -> inquiries.get(id)).state()).isEqualTo(InquiryState.WRITING);
    }

    @Test
    @DisplayName("守られた住所は、文章にも、表の欄に分けても、回答として出られず、解除されていない人には伏せる")
    void aProtectedAddressLeavesInNoAnswer() throws Exception {
        var shielded = """
                FROM yakuba.res_shielded s JOIN yakuba.res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
                WHERE a.lot ~ '^[0-9]+番地[0-9]+$' AND NOT EXISTS (
                    SELECT 1 FROM yakuba.res_release t JOIN yakuba.res_address o ON o.person_id = t.person_id WHERE o.place = a.place AND o.lot = a.lot)
                ORDER BY a.line DESC, s.person_id LIMIT 1
                """;
        var place = text("SELECT a.place " + shielded);
        var lot = text("SELECT a.lot " + shielded);
        for (var told : List.of(InquiryFixture.given("q2", "住まいは" + place + lot + "です"), InquiryFixture.given("q7", place + "\t" + lot))) {
            var id = asked("住所の照会 " + UUID.randomUUID(), UUID.randomUUID());
            keep(id, List.of(InquiryFixture.given("q1", "福祉課"), InquiryFixture.given("q3", "1"), InquiryFixture.given("q5", "なし"), told));
            var sheet = as(CLERK, () -> answering.get(id));
            assertThat(String.join("", sheet.to(told.question()))).contains("＊＊＊").doesNotContain(lot);
            refused(InquiryProblem.ADDRESS_PROTECTED, () -> as(CLERK, () -> answering.draft(id, sheet.version())));
            refused(InquiryProblem.ADDRESS_PROTECTED, () -> as(CLERK, () -> {
                answering.keep(id, sheet.version(), sheet.given());
                return null;
            }));
        }
    }

    @Test
    @DisplayName("秘密の照会は名指しされた人だけに見え、見たことは記録に残る。秘密の回答は、届いたことだけが一覧に見える")
    void aConfidentialLetterIsOpenToItsReadersAlone() throws Exception {
        var id = asked("秘密の照会 " + UUID.randomUUID(), UUID.randomUUID());
        var record = as(CLERK, () -> answering.get(id)).recordId();
        assertThat(text("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'inquiry.asked-view' AND object_id = '" + record + "'")).isEqualTo("1");
        makeConfidential(record);
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(CLERK, () -> answering.get(id)));
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(CLERK, () -> answering.draft(id, 0)));
        assertThat(as(CLERK, () -> answering.list(false, new PageRequest(0, 100))).rows()).noneMatch(one -> one.id().equals(id));

        var sent = sent("秘密で答えられる照会", CODE);
        answer(CODE, sent, InquiryFixture.ANSWERS);
        makeConfidential(as(CLERK, () -> inquiries.get(sent)).offices().get(0).recordId());
        var line = as(CLERK, () -> inquiries.get(sent)).offices().get(0);
        assertThat(line.state()).isEqualTo(OfficeState.ANSWERED);
        assertThat(line.given()).isEmpty();
    }

    @Test
    @DisplayName("同じ照会がもう一度届いても起案は残り、取り下げた様式の文書は出ない")
    void theVerySameOnceMoreChangesNothing() throws Exception {
        var inquiry = UUID.randomUUID();
        var title = "二度届く照会 " + UUID.randomUUID();
        var id = asked(title, inquiry);
        keep(id, InquiryFixture.ANSWERS);
        var draft = as(CLERK, () -> answering.draft(id, answering.get(id).version()));
        assertThat(asked(title, inquiry)).isEqualTo(id);
        assertThat(as(CLERK, () -> answering.get(id)).line().draftId()).isEqualTo(draft);
        assertThat(as(CLERK, () -> answering.get(id)).line().state()).isEqualTo(AskedState.DRAFTED);
    }
}
