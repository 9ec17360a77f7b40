package jp.yakuba.inquiry.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.kernel.RuleViolation;

/** Inquiries and answers as drafts: they are decided like every letter, and leave like one. */
@ApplicationScoped
public class InquiryDrafts {
    private static final String BLANK = "blank";
    /** Most letters of what is decided on; the part for programs is as long. */
    private static final int LONGEST = 150_000;
    private static final String MATTER = "correspondence";

    @Inject
    private DraftingDesk drafting;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private ServiceDesk services;

    @Inject
    private InquiryExits exits;

    /**
     * What is drafted.
     *
     * @param cause record that it answers; null if none
     */
    record Words(String section, UUID cause, String title, String ask, String text) {}

    /** A new draft with the part beside it. */
    UUID begin(Words words, ServicePart part) {
        if (words.text().length() > LONGEST) {
            throw new RuleViolation(InquiryProblem.TOO_LONG, LONGEST);
        }
        var id = drafting.begin(new BeginDraft(UUID.randomUUID(), words.section(), BLANK, words.cause(), null));
        var facts = new DraftFacts(MATTER, 0, null, null, Disclosure.OPEN, null, null, DispatchIntent.LETTER, SealUse.OMITTED);
        drafting.write(new WriteDraft(id, drafting.get(id).version(), words.title(), words.ask(), words.text(), false, facts, List.of(), List.of()));
        services.attach(id, part);
        return id;
    }

    /** The draft goes on without the part. */
    void part(UUID draftId) {
        services.detach(draftId);
    }

    /** Where the draft stands; null if there is none. */
    DraftState stateOf(UUID draftId) {
        return draftId == null ? null : exits.draftStates(Stream.of(draftId)).get(draftId);
    }

    /** Sends the decided draft to the offices; the same again tells the same number. */
    RecordView send(UUID draftId, List<SendOut.Recipient> to) {
        if (stateOf(draftId) != DraftState.DECIDED) {
            throw new RuleViolation(InquiryProblem.NOT_DECIDED);
        }
        return dispatch.send(new SendOut(draftId, draftId, NumberSeries.LETTER, null, null, to));
    }

    /** An office as recipient. */
    static SendOut.Recipient office(String code, java.time.LocalDate deadline) {
        return new SendOut.Recipient(DispatchChannel.EXCHANGE, null, null, null, null, null, null, code, null, null, deadline);
    }
}
