package jp.yakuba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsRecordsOfficer;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DraftDifference;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftFilter;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.document.api.DraftTemplateLine;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.OfficeViewState;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.TemplateDesk;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.document.api.WriteTemplate;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@DisplayName("起案の窓口(コンテナ内)")
class DraftingIT {
    private static final Actor CLERK = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF);
    private static final Actor LEAD =
            DocumentFixture.staff("1004", "小野　麻衣", "general-lead-1", "general", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Actor OFFICER =
            DocumentFixture.staff("1002", "副町長", "deputy", "general", Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER);
    private static final Actor CHIEF = DocumentFixture.staff("1003", "中西　さやか", "general-chief", "general", Role.STAFF);
    private static final Actor TAX = DocumentFixture.staff("1020", "早川　愛", "tax-chief", "tax", Role.STAFF);

    @Inject
    private DraftingDesk drafting;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private RecordDesk records;

    @Inject
    private ReceiptDesk receipt;

    @Inject
    private RecordHistory history;

    @Inject
    private AsStaff staff;

    @Inject
    private AsRecordsOfficer officer;

    @Inject
    private AsDesk desk;

    @Inject
    private AsResident resident;

    @Inject
    private InRequest request;

    @Inject
    private OfficeClock clock;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource application;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Inject
    private TemplateDesk templates;

    @Test
    @DisplayName("届いた文書から起案し、決裁で番号と綴が付き、決裁の紙と添付が文書に残り、経過は鎖になる")
    void aLetterIsAnsweredByADraftThatIsDecided() throws Exception {
        var letter = request.as(LEAD, () -> officer.call(() ->
                receipt.receive(DocumentFixture.letterFor("general", clock.now()), List.of())));
        var id = UUID.randomUUID();
        as(CLERK, () -> drafting.begin(new BeginDraft(id, "general", "answer", letter.id(), null)));
        assertThat(as(CLERK, () -> drafting.begin(new BeginDraft(id, "general", "answer", letter.id(), null)))).isEqualTo(id);
        var begun = sheet(CLERK, id);
        assertThat(begun.text().title()).contains("道路整備に関する照会", "回答");
        assertThat(begun.text().plain()).contains("建政第45号");
        assertThat(begun.origins()).extracting(DraftSheet.Origin::targetId).contains(letter.id());
        assertThat(begun.missing()).containsExactly("matter");

        var staged = as(CLERK, () -> drafting.stage(new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8)), "表.csv"));
        write(CLERK, begun, "回答します。\n\n# 記\n\n・異議はありません。", List.of(staged.files().get(0).id()));
        assertThat(shown(id)).isEqualTo(drafting.officeView() == OfficeViewState.ON ? "%PDF" : DocumentProblem.CONVERTER_MISSING.code());
        decide(propose(id));

        var decided = sheet(CLERK, id);
        assertThat(decided.state()).isEqualTo(DraftState.DECIDED);
        assertThat(decided.number()).matches("芽総起第\\d+号");
        var record = record(CLERK, decided.recordId());
        assertThat(record.line().dossierId()).isNotNull();
        assertThat(record.files()).extracting(RecordSheet.File::name).containsExactly("起案文書.pdf", "表.csv");
        assertThat(record.broken()).isNull();
        assertThat(record.kin()).extracting(line -> line.id()).contains(letter.id());
        assertThat(history.verify(id)).isEmpty();
        assertThat(history.of(id)).extracting(RecordEventLine::kind).containsExactly(
                RecordEventKind.DRAFTED, RecordEventKind.REVISED, RecordEventKind.PROPOSED, RecordEventKind.DECIDED);
        var paper = new ByteArrayOutputStream();
        as(CLERK, () -> {
            drafting.print(id, paper);
            return null;
        });
        assertThat(paper.toByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @DisplayName("秘密文書から起案した文書は課の人にも見えず、回議先は読め、決裁後は名を挙げた人だけの文書になる")
    void whatAConfidentialLetterCausesIsConfidential() throws Exception {
        var letter = request.as(OFFICER, () -> officer.call(() ->
                receipt.receive(DocumentFixture.letterFor("general", clock.now(), Set.of(CLERK.id())), List.of())));
        var id = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "answer", letter.id(), null)));
        assertThat(sheet(CLERK, id).confidential()).isTrue();

        refused(DocumentProblem.NO_SUCH_DRAFT, () -> sheet(LEAD, id));
        assertThat(as(LEAD, () -> drafting.list(new DraftFilter(false, null, null), new PageRequest(0, 200))).rows())
                .noneMatch(line -> line.id().equals(id));

        write(CLERK, sheet(CLERK, id), "回答します。", List.of());
        var proposal = propose(id);
        assertThat(sheet(LEAD, id).text().plain()).isEqualTo("回答します。");
        decide(proposal);

        var decided = sheet(CLERK, id).recordId();
        assertThat(record(CLERK, decided).line().confidential()).isTrue();
        assertThat(record(CLERK, decided).readers()).extracting(RecordSheet.Reader::staffId).containsExactlyInAnyOrder(OFFICER.id(), CLERK.id(), CHIEF.id());
        refused(DocumentProblem.NO_SUCH_RECORD, () -> record(LEAD, decided));
        var like = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "blank", decided, null)));
        assertThat(sheet(CLERK, like).confidential()).isTrue();
    }

    @Test
    @DisplayName("起案は読めても回議に関わらない人には、開けない経路への道を示さない")
    void whoIsNotConcernedIsNotLedToTheRoute() throws Exception {
        var id = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "notify", null, null)));
        write(CLERK, sheet(CLERK, id), "通知します。", List.of());
        var proposal = propose(id);

        assertThat(sheet(CLERK, id).proposalId()).isEqualTo(proposal);
        assertThat(sheet(LEAD, id).proposalId()).isEqualTo(proposal);
        assertThat(sheet(OFFICER, id).proposalId()).isNull();
    }

    @Test
    @DisplayName("もとの文書が後から秘密文書になれば、そこから書いている起案も課の人には見えなくなる")
    void whatIsBeingWrittenFollowsItsCause() throws Exception {
        var letter = request.as(OFFICER, () -> officer.call(() ->
                receipt.receive(DocumentFixture.letterFor("general", clock.now(), Set.of()), List.of())));
        var id = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "answer", letter.id(), null)));
        assertThat(sheet(LEAD, id).confidential()).isFalse();

        as(CLERK, () -> {
            records.restrict(letter.id(), records.get(letter.id()).version(), Set.of(OFFICER.id()));
            return null;
        });

        refused(DocumentProblem.NO_SUCH_DRAFT, () -> sheet(LEAD, id));
        write(CLERK, sheet(CLERK, id), "続きを書きます。", List.of());
        assertThat(sheet(CLERK, id).confidential()).isTrue();
    }

    @Test
    @DisplayName("起案者が秘密文書として起案すれば、課の人には見えない")
    void aDrafterMayWriteInConfidence() throws Exception {
        var id = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "notify", null, null, true)));

        refused(DocumentProblem.NO_SUCH_DRAFT, () -> sheet(LEAD, id));

        assertThat(as(CLERK, () -> drafting.list(new DraftFilter(true, null, null), new PageRequest(0, 200))).rows())
                .filteredOn(line -> line.id().equals(id)).singleElement().matches(line -> line.confidential());
    }

    @Test
    @DisplayName("課の様式はその課の文書主任がつくり、課の人にだけ出る。全庁の様式は文書管理者だけが直し、二人が直すと後の人は断られる")
    void templatesAreKeptByTheirSection() throws Exception {
        var name = "様式" + UUID.randomUUID().toString().substring(0, 8);
        var code = keep(LEAD, template(null, 0, "general", name, "{cause}について"));
        assertThat(as(CLERK, () -> drafting.listTemplates())).extracting(DraftTemplateLine::code).contains(code);
        assertThat(as(TAX, () -> drafting.listTemplates())).extracting(DraftTemplateLine::code).doesNotContain(code);
        refused(DocumentProblem.NO_SUCH_TEMPLATE, () -> as(TAX, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "tax", code, null, null))));
        assertThat(sheet(CLERK, as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", code, null, null)))).text().title())
                .isEqualTo("（件名）について");

        refused(DocumentProblem.TEMPLATE_NAME_TAKEN, () -> keep(LEAD, template(null, 0, "general", name, "件")));
        refused(DocumentProblem.TEMPLATE_PLACE_UNKNOWN, () -> keep(LEAD, template(null, 0, "general", name + "2", "{住所}")));
        refused(DocumentProblem.NOT_YOUR_SECTION, () -> keep(LEAD, template(null, 0, "tax", name, "件")));
        refused(DocumentProblem.NOT_YOUR_SECTION, () -> keep(LEAD, template(null, 0, null, name, "件")));
        refused(DocumentProblem.NO_SUCH_TEMPLATE, () -> keep(LEAD, template("notify", 0, null, "通知", "件")));

        keep(OFFICER, template(code, 0, "general", name + "改", "{cause}の件"));
        refused(DocumentProblem.CHANGED_MEANWHILE, () -> keep(LEAD, template(code, 0, "general", name, "件")));

        offer(LEAD, code, 1, false);
        assertThat(as(CLERK, () -> drafting.listTemplates())).extracting(DraftTemplateLine::code).doesNotContain(code);
        refused(DocumentProblem.NO_SUCH_TEMPLATE,
                () -> as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", code, null, null))));
        keep(LEAD, template(null, 0, "general", name + "改", "件"));
        refused(DocumentProblem.TEMPLATE_NAME_TAKEN, () -> offer(LEAD, code, 2, true));
        assertThatThrownBy(() -> as(CLERK, () -> templates.list())).isInstanceOf(EJBAccessException.class);
    }

    private static WriteTemplate template(String code, long version, String section, String name, String title) {
        return new WriteTemplate(code, version, section, 200, name, title, "伺います。", "# 記", DispatchIntent.NONE, SealUse.NONE);
    }

    private String keep(Actor who, WriteTemplate command) throws Exception {
        return request.as(who, () -> officer.call(() -> templates.write(command)));
    }

    private void offer(Actor who, String code, long version, boolean offered) throws Exception {
        request.as(who, () -> officer.call(() -> {
            templates.offer(code, version, offered);
            return null;
        }));
    }

    @Test
    @DisplayName("二人が同じ版を直すと、後の人は断られ、先の人の文は残る")
    void whoSavesLaterIsToldAndLosesNobodysWords() throws Exception {
        var id = begin();
        var seen = sheet(CLERK, id);
        as(CLERK, () -> {
            drafting.invite(id, seen.version(), "1004");
            return null;
        });
        var both = sheet(CLERK, id);
        write(CLERK, both, "先の人の文", List.of());

        refused(DocumentProblem.CHANGED_MEANWHILE, () -> write(LEAD, both, "後の人の文", List.of()));

        assertThat(sheet(LEAD, id).text().plain()).isEqualTo("先の人の文");
        write(LEAD, sheet(LEAD, id), "後の人の文", List.of());
        assertThat(sheet(CLERK, id).versions()).extracting(DraftSheet.Version::writer).containsExactly("小林　七海", "小林　七海", "小野　麻衣");
        var difference = as(CLERK, () -> drafting.compare(id, 2, 3));
        assertThat(difference.fields()).extracting(DraftDifference.Field::name).containsExactly("text");
        var facts = as(CLERK, () -> drafting.compare(id, 1, 2)).fields();
        assertThat(facts).filteredOn(field -> field.name().equals("matter")).singleElement().satisfies(field ->
                assertThat(field.parts()).containsExactly(new DraftDifference.Part(DraftDifference.Kind.ADDED, "correspondence")));
        assertThat(difference.fields().get(0).parts()).anyMatch(part -> part.kind() == DraftDifference.Kind.REMOVED && part.words().contains("先"));
    }

    @Test
    @DisplayName("同じ内容を保存しても、版は増えない")
    void nothingNewIsNoVersion() throws Exception {
        var id = begin();
        write(CLERK, sheet(CLERK, id), "文", List.of());
        write(CLERK, sheet(CLERK, id), "文", List.of());
        assertThat(sheet(CLERK, id).versions()).hasSize(2);
    }

    @Test
    @DisplayName("差戻しと引戻しのあとは書き直して回し直せ、決裁のあとは誰にも変えられない")
    void whatComesBackIsWrittenAgainAndWhatIsDecidedIsNot() throws Exception {
        var id = begin();
        write(CLERK, sheet(CLERK, id), "第一の文", List.of());
        var first = propose(id);
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> write(CLERK, sheet(CLERK, id), "途中で直す", List.of()));
        deed(LEAD, first, view -> approval.sendBack(first, view.version(), "書き直すこと"));
        assertThat(sheet(CLERK, id).state()).isEqualTo(DraftState.DRAFTING);
        write(CLERK, sheet(CLERK, id), "第二の文", List.of());
        var second = propose(id);
        deed(CLERK, second, view -> approval.withdraw(second, view.version(), "もう一度"));
        decide(propose(id));

        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> write(CLERK, sheet(CLERK, id), "決裁の後", List.of()));
        assertThat(history.of(id)).extracting(RecordEventLine::kind).containsSubsequence(RecordEventKind.PROPOSED,
                RecordEventKind.RETURNED, RecordEventKind.PROPOSED, RecordEventKind.WITHDRAWN, RecordEventKind.PROPOSED, RecordEventKind.DECIDED);
    }

    @ParameterizedTest
    @DisplayName("決裁された起案と版は、所有者が鍵を外さないかぎり、データベースでも変わらない")
    @ValueSource(strings = {
        "UPDATE yakuba.doc_draft SET title = '別の件名' WHERE id = ?",
        "UPDATE yakuba.doc_draft_version SET body = '<p>別の文</p>' WHERE draft_id = ?",
        "INSERT INTO yakuba.doc_draft_version SELECT draft_id, 99, title, ask, body, matter, amount, retention, dossier_id, disclosure,"
                + " clause, closed_until, dispatch, seal, sha256, written_by, written_name, written_at"
                + " FROM yakuba.doc_draft_version WHERE draft_id = ? AND number = 1"})
    void theDatabaseKeepsWhatWasDecided(String change) throws Exception {
        var id = begin();
        write(CLERK, sheet(CLERK, id), "文", List.of());
        decide(propose(id));
        assertThatThrownBy(() -> {
            try (var connection = owner.getConnection(); var statement = connection.prepareStatement(change)) {
                statement.setObject(1, id);
                statement.executeUpdate();
            }
        }).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("合議先の異議には新しい版で答え、承認した人はもう一度見る")
    void anObjectionIsAnsweredByAnotherVersion() throws Exception {
        var id = begin();
        write(CLERK, sheet(CLERK, id), "はじめの文", List.of());
        var proposal = as(CLERK, () -> drafting.propose(new ProposeDraft(id, sheet(CLERK, id).version(), List.of("tax-chief"), false, null)));
        deed(LEAD, proposal, view -> approval.approve(proposal, view.version(), null));
        assertThat(sheet(TAX, id).text().plain()).as("who is consulted reads it").isEqualTo("はじめの文");
        deed(TAX, proposal, view -> approval.object(proposal, view.version(), "金額が違う"));

        var seen = sheet(CLERK, id);
        assertThat(seen.rights().answer()).isTrue();
        as(CLERK, () -> {
            drafting.answer(command(seen, "直した文", List.of()), "直しました");
            return null;
        });

        var route = as(LEAD, () -> approval.get(proposal));
        assertThat(route.textVersion()).isEqualTo(2);
        assertThat(route.text()).contains("直した文");
        assertThat(route.route()).extracting(ProposalView.Step::state).doesNotContain("OBJECTED");
        assertThat(sheet(CLERK, id).versions()).hasSize(3);
        deed(LEAD, proposal, view -> approval.approve(proposal, view.version(), null));
        deed(TAX, proposal, view -> approval.approve(proposal, view.version(), null));
        deed(CHIEF, proposal, view -> approval.approve(proposal, view.version(), null));
        assertThat(sheet(CLERK, id).state()).isEqualTo(DraftState.DECIDED);
    }

    @Test
    @DisplayName("否決された起案は終わりになり、番号は付かない")
    void aRejectedDraftHasNoNumber() throws Exception {
        var id = begin();
        write(CLERK, sheet(CLERK, id), "文", List.of());
        var proposal = propose(id);
        deed(LEAD, proposal, view -> approval.approve(proposal, view.version(), null));
        deed(CHIEF, proposal, view -> approval.reject(proposal, view.version(), "認めない"));
        assertThat(sheet(CLERK, id)).satisfies(sheet -> {
            assertThat(sheet.state()).isEqualTo(DraftState.REJECTED);
            assertThat(sheet.recordId()).isNull();
        });
        refused(DocumentProblem.NOTHING_TO_AMEND, () -> as(CLERK, () ->
                drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "blank", null, id))));
    }

    @Test
    @DisplayName("変更起案は決裁された文から始まり、もとの起案は変わらない")
    void aChangeIsAnotherDraft() throws Exception {
        var id = begin();
        write(CLERK, sheet(CLERK, id), "決まった文", List.of());
        decide(propose(id));
        var other = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "blank", null, id)));
        assertThat(sheet(CLERK, other).text().plain()).isEqualTo("決まった文");
        write(CLERK, sheet(CLERK, other), "変えた文", List.of());
        var proposal = propose(other);
        assertThat(as(CLERK, () -> approval.get(proposal)).amends()).isEqualTo(sheet(CLERK, id).proposalId());
        assertThat(sheet(CLERK, id).amendedBy()).extracting(line -> line.id()).containsExactly(other);
        assertThat(sheet(CLERK, id).text().plain()).isEqualTo("決まった文");
    }

    @Test
    @DisplayName("ほかの課には起案が見えず、同じ課でも起案者でなければ直せず、住民は近づけない。拒否は監査に残る")
    void onlyWhoMayReadsAndWrites() throws Exception {
        var id = begin();
        refused(DocumentProblem.NO_SUCH_DRAFT, () -> sheet(TAX, id));
        var seen = sheet(LEAD, id);
        assertThat(seen.rights().write()).isFalse();
        refused(DocumentProblem.NOT_YOUR_DRAFT, () -> write(LEAD, seen, "勝手に直す", List.of()));
        refused(DocumentProblem.NOT_YOUR_SECTION, () -> as(CLERK, () ->
                drafting.begin(new BeginDraft(UUID.randomUUID(), "tax", "blank", null, null))));
        assertThat(as(TAX, () -> drafting.list(new DraftFilter(false, null, null), new PageRequest(0, 200))).rows())
                .noneMatch(line -> line.id().equals(id));
        assertThat(as(LEAD, () -> drafting.list(new DraftFilter(false, null, null), new PageRequest(0, 200))).rows())
                .anyMatch(line -> line.id().equals(id));
        assertThatThrownBy(() -> resident.call(() -> drafting.get(id))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> desk.call(() -> drafting.get(id))).isInstanceOf(EJBAccessException.class);
        try (var connection = application.getConnection(); var query = connection.prepareStatement(
                "SELECT count(*) FROM aud_entry WHERE kind = 'REFUSAL' AND object_id = ?")) {
            query.setString(1, id.toString());
            try (var rows = query.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
    }

    private UUID begin() throws Exception {
        return as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "notify", null, null)));
    }

    private void write(Actor who, DraftSheet seen, String text, List<UUID> staged) throws Exception {
        as(who, () -> {
            drafting.write(command(seen, text, staged));
            return null;
        });
    }

    private static WriteDraft command(DraftSheet seen, String text, List<UUID> staged) {
        return new WriteDraft(seen.id(), seen.version(), "試験の件（通知）", "通知してよいか伺います。", text, false,
                new DraftFacts("correspondence", 0, null, null, Disclosure.OPEN, null, null, DispatchIntent.LETTER, SealUse.OMITTED),
                seen.files().stream().map(DraftSheet.File::sha256).toList(), staged);
    }

    private UUID propose(UUID id) throws Exception {
        return as(CLERK, () -> drafting.propose(new ProposeDraft(id, sheet(CLERK, id).version(), List.of(), false, null)));
    }

    private void decide(UUID proposal) throws Exception {
        deed(LEAD, proposal, view -> approval.approve(proposal, view.version(), null));
        deed(CHIEF, proposal, view -> approval.approve(proposal, view.version(), null));
    }

    private interface Deed {
        void on(ProposalView seen);
    }

    private void deed(Actor who, UUID proposal, Deed deed) throws Exception {
        as(who, () -> {
            deed.on(approval.get(proposal));
            return null;
        });
    }

    private DraftSheet sheet(Actor who, UUID id) throws Exception {
        return as(who, () -> drafting.get(id));
    }

    private RecordSheet record(Actor who, UUID id) throws Exception {
        return as(who, () -> records.get(id));
    }

    /** How the first attachment is shown: the sign of a PDF, or why it cannot be. */
    private String shown(UUID id) throws Exception {
        return as(CLERK, () -> {
            var out = new ByteArrayOutputStream();
            try {
                drafting.view(id, 0, out);
                return out.toString(StandardCharsets.UTF_8).substring(0, 4);
            } catch (RuleViolation refusal) {
                return refusal.problem().code();
            }
        });
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    private static void refused(DocumentProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
