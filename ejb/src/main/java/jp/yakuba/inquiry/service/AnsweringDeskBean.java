package jp.yakuba.inquiry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.inquiry.api.AnswerFault;
import jp.yakuba.inquiry.api.AnsweringDesk;
import jp.yakuba.inquiry.api.AskedLine;
import jp.yakuba.inquiry.api.AskedSheet;
import jp.yakuba.inquiry.api.AskedState;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.model.AnswerRules;
import jp.yakuba.inquiry.model.Asked;
import jp.yakuba.inquiry.model.InquiryWords;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.inquiry.store.AskedStore;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk where clerks answer what other offices ask. */
@Stateless
public class AnsweringDeskBean implements AnsweringDesk {
    private static final int AT_ONCE = 1000;

    private AskedStore store;
    private InquiryReach reach;
    private InquiryDrafts drafts;
    private InquiryExits exits;
    private AuditDesk audit;

    protected AnsweringDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public AnsweringDeskBean(AskedStore store, InquiryReach reach, InquiryDrafts drafts, InquiryExits exits, AuditDesk audit) {
        this.store = store;
        this.reach = reach;
        this.drafts = drafts;
        this.exits = exits;
        this.audit = audit;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Page<AskedLine> list(boolean openOnly, PageRequest page) {
        var readable = readable(store.listPlaces(reach.sections(), openOnly));
        var lines = store.listLines(readable.stream().skip(page.offset()).limit(page.size()).map(AskedStore.Place::id).toList());
        var hide = exits.hider(lines.stream().map(AskedLine::title));
        var drafted = exits.draftStates(lines.stream().map(AskedLine::draftId));
        return new Page<>(lines.stream().map(line -> line.with(hide, drafted.get(line.draftId()))).toList(), readable.size(), page);
    }

    /** What the actor may read is found before pages are made of it: a page tells nothing of what is not on it. */
    private List<AskedStore.Place> readable(List<AskedStore.Place> places) {
        var readable = new HashSet<UUID>();
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            readable.addAll(exits.readable(places.subList(from, Math.min(from + AT_ONCE, places.size())).stream().map(AskedStore.Place::recordId).toList()));
        }
        return places.stream().filter(place -> readable.contains(place.recordId())).toList();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public AskedSheet get(UUID id) {
        var one = reach.asked(id);
        var form = one.form();
        audit.looked(new AuditNote("inquiry.asked-view", null, "record", one.recordId().toString(), null));
        var hide = exits.hider(Stream.of(Stream.of(form.title(), form.explanation()), QuestionTexts.of(form.questions()), InquiryExits.textsOf(one.given()))
                .flatMap(texts -> texts));
        return new AskedSheet(one.line().with(hide, drafts.stateOf(one.draftId())), one.recordId(), hide.apply(form.explanation()), QuestionTexts.hidden(form.questions(), hide),
                QuestionTexts.hiddenIn(one.given(), hide), one.version());
    }

    /** What was taken back in the same moment would leave without the form. */
    private static void requireLeft(boolean left) {
        if (!left) {
            throw new RuleViolation(InquiryProblem.CHANGED_MEANWHILE);
        }
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void keep(UUID id, long version, List<Given> given) {
        var one = reach.asked(id, version);
        if (!AnswerRules.belong(one.form().questions(), given)) {
            throw new RuleViolation(InquiryProblem.ANSWERS_NOT_WHOLE);
        }
        exits.requireWhole(InquiryExits.textsOf(given));
        if (one.state() == AskedState.DRAFTED) {
            drafts.part(one.draftId());
        }
        one.keep(given);
        audit.changed(new AuditNote("inquiry.keep", null, "inquiry", id.toString(), null));
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Map<String, AnswerFault> check(UUID id, List<Given> given) {
        return AnswerRules.faults(reach.asked(id).form().questions(), given);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public UUID draft(UUID id, long version) {
        var one = reach.asked(id, version);
        if (one.state() != AskedState.OPEN) {
            throw new RuleViolation(InquiryProblem.NOT_IN_THIS_STATE);
        }
        var form = one.form();
        if (one.answers() == null || !AnswerRules.faults(form.questions(), one.given()).isEmpty()) {
            throw new RuleViolation(InquiryProblem.ANSWERS_NOT_WHOLE);
        }
        if (!AnswerRules.belong(form.questions(), one.given())) {
            throw new RuleViolation(InquiryProblem.ANSWERS_NOT_WHOLE);
        }
        exits.requireTellable(InquiryExits.textsOf(one.given()));
        var draft = drafts.begin(new InquiryDrafts.Words(one.section(), one.recordId(), form.title() + "（回答）", "次のとおり回答してよいか伺います。",
                InquiryWords.answered(form, one.given(), one.answers())), new ServicePart(AnswerService.CODE, InquiryXml.VERSION, one.answers()));
        one.draft(draft);
        audit.changed(new AuditNote("inquiry.answer-draft", null, "inquiry", id.toString(), null));
        return draft;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public String send(UUID id) {
        var one = reach.asked(id);
        if (one.state() == AskedState.OPEN) {
            throw new RuleViolation(InquiryProblem.NOT_IN_THIS_STATE);
        }
        exits.requireTellable(InquiryExits.textsOf(one.given())); // somebody may be protected since it was drafted
        var record = drafts.send(one.draftId(), List.of(InquiryDrafts.office(one.peer(), null)));
        requireLeft(store.lock(id).filter(left -> left.state() == AskedState.ANSWERED).isPresent());
        audit.changed(new AuditNote("inquiry.answer-send", null, "inquiry", id.toString(), record.number()));
        return record.number();
    }
}
