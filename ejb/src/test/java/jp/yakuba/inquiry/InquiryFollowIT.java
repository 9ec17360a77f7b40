package jp.yakuba.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import jp.yakuba.AsOperator;
import jp.yakuba.AsSystem;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.RecordHandedOn;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.inquiry.api.AskedState;
import jp.yakuba.inquiry.api.FollowUpKind;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.model.AskedForm;
import jp.yakuba.inquiry.model.DayNotice;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.inquiry.service.DayRound;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.organization.api.ClockDesk;
import jp.yakuba.organization.api.OrganizationDesk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("照会の督促、期限の延長、期限の知らせ(コンテナ内)")
class InquiryFollowIT extends InquiryCase {
    @Inject
    private DayRound round;

    @Inject
    private ClockDesk clocks;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AsOperator operator;

    @Inject
    private AsSystem system;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private Event<RecordHandedOn> handed;

    @Resource
    private UserTransaction transaction;

    @AfterEach
    void setTheClockRight() throws Exception {
        shift(Duration.ZERO);
        asOwner("UPDATE yakuba.org_staff SET mail = NULL WHERE number = '1005' AND mail = 'inquiry@example.jp'");
    }

    /** Sends the draft to the office from the desk of dispatches, past the page of the inquiry. */
    private void dispatched(UUID draft, String code) throws Exception {
        as(CLERK, () -> dispatch.send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(
                new SendOut.Recipient(DispatchChannel.EXCHANGE, null, null, null, null, null, null, code, null, null, clock.today().plusDays(14))))));
    }

    /** The part of a message that waits for the one before it. */
    private byte[] partOf(UUID record, String to) throws Exception {
        return HexFormat.of().parseHex(text("SELECT encode(service_content, 'hex') FROM yakuba.exc_parcel WHERE record_id = '" + record + "' AND peer = '" + to + "'"));
    }

    @Test
    @DisplayName("督促は決裁を経て、まだ回答していない役所だけに、照会と同じ会話の中で、同じ様式を添えて出る")
    void whoHasNotAnsweredIsReminded() throws Exception {
        var id = sent("督促する照会", CODE, THIRD);
        answer(CODE, id, InquiryFixture.ANSWERS);
        var before = as(CLERK, () -> inquiries.get(id));
        var draft = as(CLERK, () -> inquiries.remind(id, before.version()));
        assertThat(as(CLERK, () -> drafting.get(draft)).text().plain()).contains("まだ回答が届いていません", before.number(), "照合番号");
        refused(InquiryProblem.FOLLOW_UP_OPEN, () -> as(CLERK, () -> inquiries.remind(id, version(id))));
        refused(InquiryProblem.FOLLOW_UP_OPEN, () -> as(CLERK, () -> inquiries.extend(id, version(id), before.deadline().plusDays(7))));
        refused(InquiryProblem.NOT_DECIDED, () -> as(CLERK, () -> inquiries.sendFollowUp(id, draft)));
        refused(InquiryProblem.NO_SUCH_INQUIRY, () -> as(TAX, () -> inquiries.remind(id, version(id))));
        decide(draft);
        assertThat(as(CLERK, () -> inquiries.get(id)).underWay().decided()).isTrue();
        var number = as(CLERK, () -> inquiries.sendFollowUp(id, draft));
        assertThat(as(CLERK, () -> inquiries.sendFollowUp(id, draft))).as("the same again sends nothing").isEqualTo(number);

        var sheet = as(CLERK, () -> inquiries.get(id));
        assertThat(sheet.underWay()).isNull();
        assertThat(sheet.followUps()).singleElement().matches(one -> one.kind() == FollowUpKind.REMINDER && one.number().equals(number));
        assertThat(sheet.offices()).extracting(one -> one.remindedAt() != null).containsExactly(false, true);
        var letter = sheet.followUps().get(0).recordId();
        assertThat(text("SELECT string_agg(peer || ' ' || service, ',') FROM yakuba.exc_parcel WHERE record_id = '" + letter + "'")).isEqualTo(THIRD + " inquiry");
        assertThat(text("SELECT conversation FROM yakuba.exc_parcel WHERE record_id = '" + letter + "'")).isEqualTo(
                text("SELECT conversation FROM yakuba.exc_parcel WHERE record_id = '" + before.recordId() + "' AND peer = '" + THIRD + "'"));
        assertThat(partOf(letter, THIRD)).isEqualTo(partThatLeft(before.recordId(), THIRD));
        assertThat(as(CLERK, () -> inquiries.list(new PageRequest(0, 100))).rows()).filteredOn(one -> one.id().equals(id))
                .allMatch(one -> one.asked() == 2);

        answer(THIRD, id, InquiryFixture.ANSWERS);
        refused(InquiryProblem.NOBODY_TO_REMIND, () -> as(CLERK, () -> inquiries.remind(id, version(id))));
    }

    @Test
    @DisplayName("回答がそろった後の督促は出ない。起案から外した督促も出ず、次の督促を起案できる")
    void whatIsNotNeededAnyMoreDoesNotLeave() throws Exception {
        var id = sent("督促のいらない照会", CODE);
        var first = as(CLERK, () -> inquiries.remind(id, version(id)));
        as(CLERK, () -> {
            inquiries.dropFollowUp(id, version(id));
            return null;
        });
        assertThat(text("SELECT count(*) FROM yakuba.exc_service_part WHERE draft_id = '" + first + "'")).isEqualTo("0");
        refused(InquiryProblem.CHANGED_MEANWHILE, () -> as(CLERK, () -> inquiries.sendFollowUp(id, first)));
        var second = as(CLERK, () -> inquiries.remind(id, version(id)));
        decide(second);
        answer(CODE, id, InquiryFixture.ANSWERS);
        refused(InquiryProblem.NOBODY_TO_REMIND, () -> as(CLERK, () -> inquiries.sendFollowUp(id, second)));
        as(CLERK, () -> {
            inquiries.close(id, version(id), null);
            return null;
        });
        refused(InquiryProblem.NOT_IN_THIS_STATE, () -> as(CLERK, () -> inquiries.sendFollowUp(id, second)));
    }

    @Test
    @DisplayName("期限の延長は照会先のすべてに出て、出たときから新しい期限になり、その間に届いた回答は期限のうちになる")
    void aLaterDayIsToldToAll() throws Exception {
        var id = sent("期限を延ばす照会", CODE, THIRD);
        asOwner("UPDATE yakuba.inq_inquiry SET deadline = '" + clock.today().minusDays(1) + "' WHERE id = '" + id + "'");
        answer(CODE, id, InquiryFixture.ANSWERS);
        assertThat(as(CLERK, () -> inquiries.get(id)).offices().get(0).late()).isTrue();
        refused(InquiryProblem.DAY_NOT_LATER, () -> as(CLERK, () -> inquiries.extend(id, version(id), clock.today().minusDays(1))));
        refused(InquiryProblem.DAY_NOT_LATER, () -> as(CLERK, () -> inquiries.extend(id, version(id), null)));
        var later = clock.today().plusDays(30);
        var draft = as(CLERK, () -> inquiries.extend(id, version(id), later));
        decide(draft);
        assertThat(as(CLERK, () -> inquiries.get(id)).deadline()).as("only the letter makes it so").isNotEqualTo(later);
        as(CLERK, () -> inquiries.sendFollowUp(id, draft));
        var sheet = as(CLERK, () -> inquiries.get(id));
        assertThat(sheet.deadline()).isEqualTo(later);
        assertThat(sheet.offices().get(0).late()).isFalse();
        var letter = sheet.followUps().get(0).recordId();
        assertThat(text("SELECT count(*) FROM yakuba.exc_parcel WHERE record_id = '" + letter + "'")).isEqualTo("2");
        assertThat(InquiryXml.readInquiry(partOf(letter, CODE)).deadline()).isEqualTo(later);
    }

    @Test
    @DisplayName("出すときにもう過ぎた期限の延長は出ない。送付の窓口から出しても、締め切った照会と、回答した役所への督促は出ない")
    void whatComesTooLateDoesNotLeave() throws Exception {
        var id = sent("間に合わない延長", CODE, THIRD);
        var extension = as(CLERK, () -> inquiries.extend(id, version(id), as(CLERK, () -> inquiries.get(id)).deadline().plusDays(2)));
        decide(extension);
        shiftTo(as(CLERK, () -> inquiries.get(id)).deadline().plusDays(3));
        refused(InquiryProblem.DAY_NOT_LATER, () -> as(CLERK, () -> inquiries.sendFollowUp(id, extension)));
        refused(InquiryProblem.DAY_NOT_LATER, () -> dispatched(extension, CODE));
        shift(Duration.ZERO);
        as(CLERK, () -> {
            inquiries.dropFollowUp(id, version(id));
            return null;
        });
        var reminder = as(CLERK, () -> inquiries.remind(id, version(id)));
        decide(reminder);
        answer(CODE, id, InquiryFixture.ANSWERS);
        refused(InquiryProblem.NOBODY_TO_REMIND, () -> dispatched(reminder, CODE));
        as(CLERK, () -> {
            inquiries.close(id, version(id), "要らなくなった");
            return null;
        });
        refused(InquiryProblem.NOT_IN_THIS_STATE, () -> dispatched(reminder, THIRD));
    }

    @Test
    @DisplayName("期限が延びた後は、前の期限を添えた照会も督促も前の延長も、送付の窓口から改めて送れない。今の期限の延長は送れる")
    void anEarlierDayDoesNotLeaveAgain() throws Exception {
        var id = sent("二度延ばす照会", CODE, THIRD);
        var asked = as(CLERK, () -> inquiries.get(id)).draftId();
        var day = as(CLERK, () -> inquiries.get(id)).deadline();
        var reminder = left(id, as(CLERK, () -> inquiries.remind(id, version(id))));
        var first = left(id, as(CLERK, () -> inquiries.extend(id, version(id), day.plusDays(2))));
        dispatched(first, CODE);
        var second = left(id, as(CLERK, () -> inquiries.extend(id, version(id), day.plusDays(4))));
        var before = messages(id);
        for (var stale : List.of(asked, reminder, first)) {
            refused(InquiryProblem.DAY_CHANGED, () -> dispatched(stale, CODE));
        }
        assertThat(messages(id)).isEqualTo(before);
        dispatched(second, CODE);
        assertThat(as(CLERK, () -> inquiries.get(id)).deadline()).isEqualTo(day.plusDays(4));
    }

    private UUID left(UUID inquiry, UUID draft) throws Exception {
        decide(draft);
        as(CLERK, () -> inquiries.sendFollowUp(inquiry, draft));
        return draft;
    }

    /** How many messages left in the conversations of the inquiry. */
    private String messages(UUID inquiry) throws Exception {
        return text("SELECT count(*) FROM yakuba.exc_parcel WHERE conversation IN (SELECT conversation FROM yakuba.exc_parcel p JOIN yakuba.inq_inquiry i"
                + " ON i.record_id = p.record_id WHERE i.id = '" + inquiry + "')");
    }

    @Test
    @DisplayName("期限を知らせるその時に記録のある課へ知らせる。見つけてから移されても、期限が変わっても、前の課や前の期限のことは知らせない")
    void theSectionThatHasItByThenIsTold() throws Exception {
        asOwner("UPDATE yakuba.org_staff SET mail = 'inquiry@example.jp' WHERE number = '1005'");
        awaitMail();
        var asked = asked("知らせる間に移される被照会 " + UUID.randomUUID(), UUID.randomUUID());
        var day = clock.today().plusDays(2);
        asOwner("UPDATE yakuba.inq_asked SET section = 'tax', deadline = '" + day + "' WHERE id = '" + asked + "'");
        var found = owed(asked);
        asOwner("UPDATE yakuba.inq_asked SET deadline = '" + day.plusDays(1) + "' WHERE id = '" + asked + "'");
        tell(found);
        assertThat(text("SELECT count(*) FROM yakuba.inq_day_notice WHERE subject = '" + asked + "'")).as("that day is none any more").isEqualTo("0");
        asOwner("UPDATE yakuba.inq_asked SET section = 'general', deadline = '" + day + "' WHERE id = '" + asked + "'");
        tell(found);
        assertThat(told(asked)).isEqualTo("inquiry-asked-near");

        var own = sent("知らせる前に締め切る照会", CODE);
        asOwner("UPDATE yakuba.inq_inquiry SET deadline = '" + day + "' WHERE id = '" + own + "'");
        var ownFound = owed(own);
        close(own);
        tell(ownFound);
        assertThat(told(own)).isEmpty();
    }

    private List<DayNotice> owed(UUID subject) throws Exception {
        return request.as(Actor.system("test"), () -> system.call(() -> round.listOwed())).stream().filter(one -> one.subject().equals(subject)).toList();
    }

    private void tell(List<DayNotice> notices) throws Exception {
        assertThat(notices).isNotEmpty();
        request.as(Actor.system("test"), () -> system.call(() -> {
            notices.forEach(round::tell);
            return null;
        }));
    }

    @Test
    @DisplayName("ほかの課に移された被照会の期限は、移された課にも知らせる。同じ課に移し直しても、同じ人に二度は知らせない")
    void whoGotTheRecordLaterIsToldToo() throws Exception {
        asOwner("UPDATE yakuba.org_staff SET mail = 'inquiry@example.jp' WHERE number = '1005'");
        awaitMail();
        var asked = asked("移される被照会 " + UUID.randomUUID(), UUID.randomUUID());
        asOwner("UPDATE yakuba.inq_asked SET section = 'tax', deadline = '" + clock.today().plusDays(2) + "' WHERE id = '" + asked + "'");
        tellAll();
        assertThat(told(asked)).isEmpty();
        var record = UUID.fromString(text("SELECT record_id FROM yakuba.inq_asked WHERE id = '" + asked + "'"));
        for (var section : List.of("tax", "general", "general")) {
            transaction.begin();
            desk.call(() -> {
                handed.fire(new RecordHandedOn(record, section));
                return null;
            });
            transaction.commit();
            tellAll();
            assertThat(told(asked)).as(section).isEqualTo(section.equals("tax") ? "" : "inquiry-asked-near");
        }
    }

    @Test
    @DisplayName("否決された督促は、次の督促の妨げにならない")
    void aRejectedReminderMakesRoom() throws Exception {
        var id = sent("否決される督促", CODE);
        var draft = as(CLERK, () -> inquiries.remind(id, version(id)));
        as(CLERK, () -> {
            drafting.abandon(draft, drafting.get(draft).version(), "要らない");
            return null;
        });
        assertThat(as(CLERK, () -> inquiries.get(id)).underWay().draft()).isEqualTo(DraftState.ABANDONED);
        assertThat(as(CLERK, () -> inquiries.remind(id, version(id)))).isNotEqualTo(draft);
    }

    @Test
    @DisplayName("届いた期限の延長は新しい期限だけを変え、届いた督促は何も変えない")
    void whatIsAskedKeepsItsAnswer() throws Exception {
        var inquiry = UUID.randomUUID();
        var title = "延びる照会 " + inquiry;
        var id = asked(title, inquiry);
        keep(id, InquiryFixture.ANSWERS);
        var draft = as(CLERK, () -> answering.draft(id, answering.get(id).version()));
        var record = as(CLERK, () -> answering.get(id)).recordId();
        var longer = new AskedForm(inquiry, title, "説明", clock.today().plusDays(40), InquiryFixture.FORM);
        var letter = office(CODE).service(title + "（回答期限の延長）", UUID.randomUUID(), null, new ServicePart("inquiry", 1, InquiryXml.write(longer)));
        assertThat(deliver(CODE, letter).state()).isEqualTo(ArrivalState.ACCEPTED);
        var sheet = as(CLERK, () -> answering.get(id));
        assertThat(sheet.line().deadline()).isEqualTo(longer.deadline());
        assertThat(sheet.line().extendedAt()).isNotNull();
        assertThat(sheet.line().state()).isEqualTo(AskedState.DRAFTED);
        assertThat(sheet.line().draftId()).isEqualTo(draft);
        assertThat(sheet.recordId()).as("the answer still answers the letter that asked").isEqualTo(record);
        assertThat(text("SELECT string_agg(l.state, ' ' ORDER BY r.recorded_at) FROM yakuba.doc_record r JOIN yakuba.doc_life l ON l.record_id = r.id WHERE r.title LIKE '"
                + title + "%'")).as("the later letter waits for nobody").isEqualTo("REGISTERED COMPLETED");
    }

    @Test
    @DisplayName("期限が近い照会と過ぎた照会は、課に一度ずつだけ知らせる。期限を延ばせば、新しい期限についてまた一度ずつ")
    void sectionsAreToldOfDaysOnce() throws Exception {
        asOwner("UPDATE yakuba.org_staff SET mail = 'inquiry@example.jp' WHERE number = '1005'");
        awaitMail();
        var own = sent("知らせる照会", CODE);
        var deadline = as(CLERK, () -> inquiries.get(own)).deadline();
        var asked = asked("知らせる被照会 " + UUID.randomUUID(), UUID.randomUUID());
        tellAll();
        assertThat(told(own)).isEmpty();

        shiftTo(deadline.minusDays(3));
        tellAll();
        tellAll();
        assertThat(told(own)).isEqualTo("inquiry-own-near");
        shiftTo(deadline);
        tellAll();
        assertThat(told(own)).as("the last day is not over").isEqualTo("inquiry-own-near");
        shiftTo(deadline.plusDays(1));
        tellAll();
        tellAll();
        assertThat(told(own)).isEqualTo("inquiry-own-near,inquiry-own-over");
        assertThat(told(asked)).as("its day came earlier, and the clock passed it").isEqualTo("inquiry-asked-over");

        asOwner("UPDATE yakuba.inq_inquiry SET deadline = '" + deadline.plusDays(2) + "' WHERE id = '" + own + "'");
        tellAll();
        assertThat(told(own)).isEqualTo("inquiry-own-near,inquiry-own-near,inquiry-own-over");
        shift(Duration.ZERO);
        answer(CODE, own, InquiryFixture.ANSWERS);
        shiftTo(deadline.plusDays(9));
        tellAll();
        assertThat(told(own)).as("who has all answers is left alone").isEqualTo("inquiry-own-near,inquiry-own-near,inquiry-own-over");
    }

    private void tellAll() throws Exception {
        request.as(Actor.system("test"), () -> system.call(() -> {
            round.listOwed().forEach(round::tell);
            return null;
        }));
    }

    /** Templates of the notices about it. */
    private String told(UUID subject) throws Exception {
        var found = text("SELECT string_agg(template, ',' ORDER BY template) FROM yakuba.ntf_notice WHERE once_key LIKE 'inquiry:" + subject + ":%'");
        return found == null ? "" : found;
    }

    private void awaitMail() throws Exception {
        for (int attempt = 0; attempt < 150 && desk.call(() -> organization.findMailOf(CLERK.id())).isEmpty(); attempt++) {
            Thread.sleep(200); // the chart of the office is read anew every few seconds
        }
        assertThat(desk.call(() -> organization.findMailOf(CLERK.id()))).isPresent();
    }

    private void shiftTo(LocalDate day) throws Exception {
        shift(Duration.ZERO);
        shift(Duration.between(clock.now(), day.atTime(LocalTime.NOON).atZone(OfficeClock.ZONE).toInstant()));
    }

    private void shift(Duration by) throws Exception {
        request.as(Actor.system("test"), () -> operator.call(() -> {
            clocks.shift(by);
            return null;
        }));
    }

    @Test
    @DisplayName("回答一覧の用紙にも、守られた住所は出ず、秘密の回答の中身は出ない")
    void thePaperHidesWhatThePageHides() throws Exception {
        var id = sent("紙の照会", CODE, THIRD);
        answer(CODE, id, List.of(InquiryFixture.given("q1", "見える課"), InquiryFixture.given("q3", "1"), InquiryFixture.given("q5", "なし")));
        answer(THIRD, id, List.of(InquiryFixture.given("q1", "秘密の課"), InquiryFixture.given("q3", "1"), InquiryFixture.given("q5", "なし")));
        makeConfidential(as(CLERK, () -> inquiries.get(id)).offices().get(1).recordId());
        var paper = new ByteArrayOutputStream();
        as(CLERK, () -> {
            inquiries.print(id, paper);
            return null;
        });
        try (var pdf = Loader.loadPDF(paper.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("紙の照会", "見える課").doesNotContain("秘密の課");
        }
        var record = as(CLERK, () -> inquiries.get(id)).recordId();
        makeConfidential(record);
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(CLERK, () -> inquiries.extend(id, version(id), clock.today().plusDays(60))));
    }
}
