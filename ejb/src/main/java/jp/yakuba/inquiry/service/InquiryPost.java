package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.RecordHandedOn;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.exchange.api.ServiceLetterArrived;
import jp.yakuba.exchange.api.ServiceLetterOrdered;
import jp.yakuba.inquiry.api.AnswerState;
import jp.yakuba.inquiry.api.FollowUpKind;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.inquiry.model.Asked;
import jp.yakuba.inquiry.model.AskedForm;
import jp.yakuba.inquiry.model.AskedOffice;
import jp.yakuba.inquiry.model.Inquiry;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.inquiry.model.MessageKey;
import jp.yakuba.inquiry.model.OfficeKey;
import jp.yakuba.inquiry.model.ReceivedAnswer;
import jp.yakuba.inquiry.store.AskedStore;
import jp.yakuba.inquiry.store.InquiryStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;

/** Writes down what the exchange brings and what it takes along, in the same deed. */
@ApplicationScoped
public class InquiryPost {
    @Inject
    private InquiryStore inquiries;

    @Inject
    private AskedStore asked;

    @Inject
    private DocumentDesk records;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    void arrived(@Observes ServiceLetterArrived letter) {
        try {
            if (letter.service().equals(InquiryService.CODE)) {
                ask(letter);
            } else if (letter.service().equals(AnswerService.CODE)) {
                answer(letter);
            }
        } catch (StrictXml.NotRead impossible) {
            throw new IllegalStateException("A part that was judged cannot be read", impossible);
        }
    }

    private void ask(ServiceLetterArrived letter) throws StrictXml.NotRead {
        var form = InquiryXml.readInquiry(letter.content());
        var by = new Asked.Letter(letter.line().peerName(), letter.recordId(), letter.section(), letter.number(), letter.storedAt());
        asked.lockOf(letter.line().peer(), form.id()).ifPresentOrElse(known -> askAgain(known, form, by, letter.content()),
                () -> asked.add(Asked.by(letter.line().peer(), form, by, letter.content())));
        audit.changed(new AuditNote("inquiry.asked", null, "inquiry", form.id().toString(), letter.line().peer() + " " + letter.number()));
    }

    /** A reminder or a later day stands on the page of what was asked, and its letter waits for nobody. */
    private void askAgain(Asked known, AskedForm form, Asked.Letter by, byte[] content) {
        var before = known.section();
        known.ask(form, by, content);
        if (!known.recordId().equals(by.recordId())) {
            records.complete(by.recordId());
        }
        if (!known.section().equals(before)) {
            asked.tellAgain(known.id());
        }
    }

    /**
     * The inquiry is locked: of two answers of an office at once, one is the later. Checks take their time, so what is later and what is late is
     * reckoned by when an answer was kept here.
     */
    private void answer(ServiceLetterArrived letter) throws StrictXml.NotRead {
        var given = InquiryXml.readAnswer(letter.content());
        var inquiry = inquiries.lock(given.inquiry()).orElseThrow();
        var state = inquiry.state() == InquiryState.CLOSED ? AnswerState.AFTER_CLOSING : AnswerState.COUNTS;
        var before = inquiries.findCounting(inquiry.id(), letter.line().peer()).orElse(null);
        if (state == AnswerState.COUNTS && before != null) {
            if (before.arrivedAt().isAfter(letter.storedAt())) {
                state = AnswerState.REPLACED;
            } else {
                before.replace();
            }
        }
        var by = new ReceivedAnswer.Letter(letter.recordId(), letter.number(), letter.storedAt(), inquiry.deadline());
        inquiries.add(ReceivedAnswer.of(new MessageKey(letter.line().peer(), letter.line().messageId()), inquiry.id(), by, state, letter.content()));
        audit.changed(new AuditNote("inquiry.answered", null, "inquiry", inquiry.id().toString(), letter.line().peer() + " " + state));
    }

    void ordered(@Observes ServiceLetterOrdered letter) {
        if (letter.service().equals(InquiryService.CODE)) {
            inquiries.lockOfDraft(letter.draftId()).ifPresentOrElse(inquiry -> sent(inquiry, letter), () -> followed(letter));
        } else if (letter.service().equals(AnswerService.CODE)) {
            answered(letter.draftId());
        }
    }

    /** The letter that asked is done with; it is held before the inquiry, as by whoever hands it on. */
    private void answered(UUID draftId) {
        asked.findRecordOfDraft(draftId).ifPresent(records::complete);
        asked.lockOfDraft(draftId).orElseThrow(InquiryPost::takenBack).answer(clock.now());
    }

    /** Its form or its answers were taken back in the same moment, or asked anew: a letter that nobody here knows does not leave. */
    private static RuleViolation takenBack() {
        return new RuleViolation(InquiryProblem.CHANGED_MEANWHILE);
    }

    private void sent(Inquiry inquiry, ServiceLetterOrdered letter) {
        inquiry.requireNotEarlier(letter.content());
        if (inquiry.state() == InquiryState.DRAFTED) {
            inquiry.send(letter.recordId(), letter.number(), clock.now());
        }
        asked(inquiry, letter);
    }

    /** A reminder, or another day: the inquiry first, as every deed on it. */
    private void followed(ServiceLetterOrdered letter) {
        var inquiry = inquiries.lockOfFollowUp(letter.draftId()).orElseThrow(InquiryPost::takenBack);
        var follow = inquiries.lockFollowUp(letter.draftId()).orElseThrow(InquiryPost::takenBack);
        follow.requireNeeded(inquiry, clock.today(), inquiries.findCounting(inquiry.id(), letter.peer()).isPresent());
        inquiry.requireNotEarlier(letter.content());
        follow.send(letter.recordId(), letter.number(), clock.now());
        if (follow.kind() == FollowUpKind.EXTENSION && follow.deadline().isAfter(inquiry.deadline())) {
            inquiry.extend(follow.deadline());
            inquiries.listCounting(inquiry.id()).forEach(answer -> answer.reckon(inquiry.deadline()));
        }
        var office = asked(inquiry, letter);
        if (follow.kind() == FollowUpKind.REMINDER) {
            office.remind(clock.now());
        }
    }

    private AskedOffice asked(Inquiry inquiry, ServiceLetterOrdered letter) {
        var key = new OfficeKey(inquiry.id(), letter.peer());
        inquiries.find(key).ifPresentOrElse(office -> office.askAgain(letter.messageId(), letter.recordId(), clock.now()),
                () -> inquiries.add(AskedOffice.asked(key, letter.messageId(), letter.recordId(), clock.now())));
        return inquiries.find(key).orElseThrow();
    }

    /** Who has the record answers. */
    void handedOn(@Observes RecordHandedOn record) {
        asked.handOn(record.recordId(), record.section());
    }

    void ended(@Observes RecordsEnded event) {
        event.records().forEach(record -> {
            inquiries.forget(record.recordId());
            asked.forget(record.recordId());
        });
    }
}
