package jp.yakuba.inquiry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.inquiry.api.InquiryDesk;
import jp.yakuba.inquiry.api.InquiryLine;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.InquirySheet;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.inquiry.api.OfficeLine;
import jp.yakuba.inquiry.api.WriteInquiry;
import jp.yakuba.inquiry.model.AnswerPaper;
import jp.yakuba.inquiry.model.AskedForm;
import jp.yakuba.inquiry.model.Inquiry;
import jp.yakuba.inquiry.model.InquiryWords;
import jp.yakuba.inquiry.model.InquiryXml;
import jp.yakuba.inquiry.store.InquiryStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk where clerks ask other offices. Drafts and letters are the actor's own, so every step is asked of their desks too. */
@Stateless
public class InquiryDeskBean implements InquiryDesk {
    private InquiryStore store;
    private InquiryReach reach;
    private InquiryDrafts drafts;
    private AnswerTable table;
    private FollowUps followUps;
    private InquiryExits exits;
    private ServiceDesk services;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected InquiryDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public InquiryDeskBean(
            InquiryStore store, InquiryReach reach, InquiryDrafts drafts, AnswerTable table, FollowUps followUps, InquiryExits exits, ServiceDesk services, AuditDesk audit, CurrentActor actor,
            OfficeClock clock) {
        this.store = store;
        this.reach = reach;
        this.drafts = drafts;
        this.table = table;
        this.followUps = followUps;
        this.exits = exits;
        this.services = services;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Page<InquiryLine> list(PageRequest page) {
        var sections = reach.sections();
        var found = store.list(sections, page);
        var hide = exits.hider(found.stream().map(InquiryLine::title));
        var drafted = exits.draftStates(found.stream().map(InquiryLine::draftId));
        var rows = found.stream().map(one -> one.with(hide, drafted.get(one.draftId()))).toList();
        return new Page<>(rows, store.count(sections), page);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<OfficeChoice> listOffices() {
        return services.listOffices(InquiryService.CODE).stream().map(one -> new OfficeChoice(one.code(), one.name())).toList();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public InquirySheet get(UUID id) {
        var one = reach.inquiry(id);
        var lines = readable(table.of(one));
        audit.looked(new AuditNote("inquiry.view", null, "inquiry", id.toString(), null));
        var hide = exits.hider(Stream.of(Stream.of(one.title(), one.explanation(), one.closeReason()), QuestionTexts.of(one.questions()),
                lines.stream().flatMap(line -> InquiryExits.textsOf(line.given()))).flatMap(texts -> texts));
        return new InquirySheet(id, one.section(), hide.apply(one.title()), hide.apply(one.explanation()), one.deadline(), one.state(),
                QuestionTexts.hidden(one.questions(), hide), lines.stream().map(line -> line.with(QuestionTexts.hiddenIn(line.given(), hide))).toList(),
                one.draftId(), drafts.stateOf(one.draftId()), one.recordId(), one.number(), hide.apply(one.closeReason()), followUps.list(id), one.version());
    }

    /** Of an answer whose record whoever acts may not open, that it came is told and no more. */
    private List<OfficeLine> readable(List<OfficeLine> lines) {
        var readable = exits.readable(lines.stream().map(OfficeLine::recordId).filter(Objects::nonNull).toList());
        return lines.stream().map(line -> line.recordId() == null || readable.contains(line.recordId()) ? line : line.with(List.of())).toList();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void write(WriteInquiry command) {
        reach.require(command.section());
        exits.requireWhole(Stream.concat(Stream.of(command.title(), command.explanation()), QuestionTexts.of(command.form())));
        var known = store.find(command.id());
        if (known.isEmpty()) {
            store.add(Inquiry.begun(command, actor.get().id(), clock.now()));
            changed("inquiry.write", command.id());
            return;
        }
        if (command.version() == null) {
            reach.inquiry(command.id());
            return; // the same form again
        }
        var inquiry = reach.inquiry(command.id(), command.version());
        requireState(inquiry, InquiryState.WRITING);
        inquiry.write(command);
        changed("inquiry.write", command.id());
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public UUID draft(UUID id, long version) {
        var inquiry = reach.inquiry(id, version);
        requireState(inquiry, InquiryState.WRITING);
        requireSendable(inquiry);
        exits.requireTellable(textsOf(inquiry));
        var form = new AskedForm(id, inquiry.title(), inquiry.explanation(), inquiry.deadline(), inquiry.questions());
        var draft = drafts.begin(new InquiryDrafts.Words(inquiry.section(), null, inquiry.title() + "（照会）", "次のとおり照会してよいか伺います。",
                InquiryWords.asked(form, inquiry.form())), new ServicePart(InquiryService.CODE, InquiryXml.VERSION, inquiry.form()));
        inquiry.draft(draft);
        changed("inquiry.draft", id);
        return draft;
    }

    private void requireSendable(Inquiry inquiry) {
        var offices = new HashSet<>(listOffices().stream().map(OfficeChoice::code).toList());
        if (inquiry.offices().isEmpty() || !offices.containsAll(inquiry.offices())) {
            throw new RuleViolation(InquiryProblem.OFFICE_NOT_ASKED);
        }
        if (!InquiryXml.travels(inquiry.form())) {
            throw new RuleViolation(InquiryProblem.FORM_NOT_WHOLE);
        }
        if (inquiry.deadline().isBefore(clock.today())) {
            throw new RuleViolation(InquiryProblem.DEADLINE_OVER);
        }
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void takeBack(UUID id, long version) {
        var inquiry = reach.inquiry(id, version);
        requireState(inquiry, InquiryState.DRAFTED);
        drafts.part(inquiry.draftId());
        inquiry.takeBack();
        changed("inquiry.take-back", id);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public String send(UUID id) {
        var inquiry = reach.inquiry(id);
        if (inquiry.state() == InquiryState.SENT) {
            return inquiry.number();
        }
        requireState(inquiry, InquiryState.DRAFTED);
        exits.requireTellable(textsOf(inquiry)); // somebody may be protected since it was drafted
        var record = drafts.send(inquiry.draftId(), inquiry.offices().stream().map(code -> InquiryDrafts.office(code, inquiry.deadline())).toList());
        if (store.lock(id).orElseThrow().state() == InquiryState.DRAFTED) {
            throw new RuleViolation(InquiryProblem.CHANGED_MEANWHILE); // taken back in the same moment, it would leave without the form
        }
        changed("inquiry.send", id);
        return record.number();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public UUID remind(UUID id, long version) {
        var draft = followUps.remind(toFollow(id, version));
        changed("inquiry.remind-draft", id);
        return draft;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public UUID extend(UUID id, long version, LocalDate day) {
        var draft = followUps.extend(toFollow(id, version), day);
        changed("inquiry.extend-draft", id);
        return draft;
    }

    private Inquiry toFollow(UUID id, long version) {
        var inquiry = reach.inquiry(id, version);
        requireState(inquiry, InquiryState.SENT);
        exits.requireTellable(textsOf(inquiry));
        return inquiry;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public String sendFollowUp(UUID id, UUID draftId) {
        var inquiry = reach.inquiry(id);
        requireState(inquiry, InquiryState.SENT);
        exits.requireTellable(textsOf(inquiry)); // somebody may be protected since it was drafted
        var number = followUps.send(inquiry, draftId);
        changed("inquiry.follow-up-send", id);
        return number;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void dropFollowUp(UUID id, long version) {
        followUps.drop(reach.inquiry(id, version).id());
        changed("inquiry.follow-up-drop", id);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void print(UUID id, OutputStream out) {
        AnswerPaper.write(get(id), clock.today(), out);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void close(UUID id, long version, String reason) {
        var inquiry = reach.inquiry(id, version);
        requireState(inquiry, InquiryState.SENT);
        inquiry.close(reason == null || reason.isBlank() ? null : reason.strip(), clock.now());
        changed("inquiry.close", id);
    }

    private static Stream<String> textsOf(Inquiry inquiry) {
        return Stream.concat(Stream.of(inquiry.title(), inquiry.explanation()), QuestionTexts.of(inquiry.questions()));
    }

    private static void requireState(Inquiry inquiry, InquiryState state) {
        if (inquiry.state() != state) {
            throw new RuleViolation(InquiryProblem.NOT_IN_THIS_STATE);
        }
    }

    private void changed(String deed, UUID id) {
        audit.changed(new AuditNote(deed, null, "inquiry", id.toString(), null));
    }
}
