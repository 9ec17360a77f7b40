package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.inquiry.api.FollowUpKind;
import jp.yakuba.inquiry.api.FollowUpLine;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.model.AnswerRules;
import jp.yakuba.inquiry.model.AskedOffice;
import jp.yakuba.inquiry.model.FollowUp;
import jp.yakuba.inquiry.model.Inquiry;
import jp.yakuba.inquiry.model.InquiryWords;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.inquiry.model.ReceivedAnswer;
import jp.yakuba.inquiry.store.InquiryStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Letters after an inquiry that left: reminders (督促) and later days (期限の延長). Each carries the inquiry once more. */
@ApplicationScoped
public class FollowUps {
    @Inject
    private InquiryStore store;

    @Inject
    private InquiryDrafts drafts;

    @Inject
    private InquiryExits exits;

    @Inject
    private OfficeClock clock;

    /** All of them, first one first. */
    List<FollowUpLine> list(UUID inquiry) {
        var letters = store.listFollowUps(inquiry);
        var states = exits.draftStates(letters.stream().map(FollowUp::draftId));
        return letters.stream().map(one -> new FollowUpLine(one.kind(), one.deadline(), one.draftId(), states.get(one.draftId()), one.recordId(), one.number(),
                one.sentAt())).toList();
    }

    /** A draft of a reminder after the locked inquiry. */
    UUID remind(Inquiry inquiry) {
        requireSomebody(waiting(inquiry.id()));
        makeRoom(inquiry.id());
        var draft = drafts.begin(new InquiryDrafts.Words(inquiry.section(), inquiry.recordId(), inquiry.title() + "（督促）", "次のとおり督促してよいか伺います。",
                InquiryWords.reminder(inquiry.asked(), inquiry.number(), inquiry.form())), part(inquiry.form()));
        store.add(FollowUp.drafted(draft, inquiry.id(), FollowUpKind.REMINDER, null, clock.now()));
        return draft;
    }

    /** A draft of a later day after the locked inquiry. */
    UUID extend(Inquiry inquiry, LocalDate day) {
        if (day == null || !day.isAfter(inquiry.deadline()) || day.isBefore(clock.today()) || !AnswerRules.isDay(day)) {
            throw new RuleViolation(InquiryProblem.DAY_NOT_LATER);
        }
        makeRoom(inquiry.id());
        var longer = inquiry.asked().until(day);
        var form = InquiryXml.write(longer);
        var draft = drafts.begin(new InquiryDrafts.Words(inquiry.section(), inquiry.recordId(), inquiry.title() + "（回答期限の延長）",
                "次のとおり回答期限を延長してよいか伺います。", InquiryWords.extension(longer, inquiry.number(), form)), part(form));
        store.add(FollowUp.drafted(draft, inquiry.id(), FollowUpKind.EXTENSION, day, clock.now()));
        return draft;
    }

    private static ServicePart part(byte[] form) {
        return new ServicePart(InquiryService.CODE, InquiryXml.VERSION, form);
    }

    /** One at a time: what was rejected or given up makes room, what is under way does not. */
    private void makeRoom(UUID inquiry) {
        store.findOpenFollowUp(inquiry).ifPresent(open -> {
            var state = drafts.stateOf(open.draftId());
            if (state != null && state != DraftState.REJECTED && state != DraftState.ABANDONED) {
                throw new RuleViolation(InquiryProblem.FOLLOW_UP_OPEN);
            }
            store.remove(open);
        });
    }

    /** Sends the one of the draft; the same again tells the same number. */
    String send(Inquiry inquiry, UUID draftId) {
        var letter = store.listFollowUps(inquiry.id()).stream().filter(one -> one.draftId().equals(draftId)).findFirst()
                .orElseThrow(() -> new RuleViolation(InquiryProblem.CHANGED_MEANWHILE));
        if (letter.number() != null) {
            return letter.number();
        }
        boolean reminds = letter.kind() == FollowUpKind.REMINDER;
        var to = reminds ? waiting(inquiry.id()) : store.listOffices(inquiry.id()).stream().map(AskedOffice::peer).toList();
        requireSomebody(to);
        letter.requireNeeded(inquiry, clock.today(), false);
        var day = reminds ? inquiry.deadline() : letter.deadline();
        var record = drafts.send(draftId, to.stream().map(code -> InquiryDrafts.office(code, day)).toList());
        if (letter.number() == null) {
            throw new RuleViolation(InquiryProblem.CHANGED_MEANWHILE); // taken off in the same moment, it would leave without the form
        }
        return record.number();
    }

    /** Takes the form from the side of the draft that is under way. */
    void drop(UUID inquiry) {
        var open = store.findOpenFollowUp(inquiry).orElseThrow(() -> new RuleViolation(InquiryProblem.NOT_IN_THIS_STATE));
        drafts.part(open.draftId());
        store.remove(open);
    }

    /** Codes of offices that were asked and have not answered. */
    private List<String> waiting(UUID inquiry) {
        var answered = store.listCounting(inquiry).stream().map(ReceivedAnswer::peer).collect(Collectors.toSet());
        return store.listOffices(inquiry).stream().map(AskedOffice::peer).filter(code -> !answered.contains(code)).toList();
    }

    private static void requireSomebody(List<String> offices) {
        if (offices.isEmpty()) {
            throw new RuleViolation(InquiryProblem.NOBODY_TO_REMIND);
        }
    }
}
