package jp.yakuba.document;

import static jp.yakuba.document.DisposalFixture.ARCHIVIST;
import static jp.yakuba.document.DisposalFixture.HEAD;
import static jp.yakuba.document.DisposalFixture.MANAGER;
import static jp.yakuba.document.DisposalFixture.OFFICER;
import static jp.yakuba.document.DisposalFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ProposalHistoryDesk;
import jp.yakuba.document.api.ArchiveChoice;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.ChooseForArchive;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DisposalDesk;
import jp.yakuba.document.api.DisposalItemState;
import jp.yakuba.document.api.DisposalVerdict;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftSheet;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.HoldDesk;
import jp.yakuba.document.api.HoldGround;
import jp.yakuba.document.api.IntegrityDesk;
import jp.yakuba.document.api.IntegrityKind;
import jp.yakuba.document.api.JudgeDossier;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.PlaceHold;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.api.RecordSearchDesk;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.api.SendOut.Recipient;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("起案と施行した文書の終わり(コンテナ内)")
class DraftsEndIT {
    private static final Actor CLERK = DocumentFixture.staff("1005", "総務係員", "general-clerk-1", "general", Role.STAFF);
    private static final String TITLE = "秘密の件（通知）";
    private static final String EARLY = "はじめの版だけの添付";
    private static final String LATE = "決まった版の添付";
    private static final Recipient BODY =
            new Recipient(DispatchChannel.POST, null, "北海道 建設部", null, "060-8588", "北海道札幌市中央区北三条西6丁目", null);
    private static final int PATIENCE = 200;

    @Inject
    private DisposalFixture office;

    @Inject
    private DraftingDesk drafting;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private ProposalHistoryDesk proposals;

    @Inject
    private DisposalDesk disposal;

    @Inject
    private HoldDesk holds;

    @Inject
    private FilingDesk filing;

    @Inject
    private RecordSearchDesk search;

    @Inject
    private RecordDesk records;

    @Inject
    private IntegrityDesk integrity;

    @Inject
    private RecordHistory history;

    @Inject
    private AsStaff staff;

    @Inject
    private InRequest request;

    @Inject
    private OfficeClock clock;

    @Test
    @DisplayName("廃棄されると、すべての版の文と添付、決裁した本文、宛先と浄書、取った番号の件名が消え、番号と経過は残って検査に合う")
    void everythingThatWasWrittenGoesWithTheRecord() throws Exception {
        var draft = decided();
        var proposal = sheet(draft).proposalId();
        var taken = office.asOfficer(OFFICER, () -> dispatch.takeNumber(UUID.randomUUID(), NumberSeries.LETTER, "general", "秘密の件のため"));
        var sent = as(CLERK, () -> dispatch.send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, taken, null, List.of(BODY))));
        var delivery = as(CLERK, () -> dispatch.prepare(draft)).sent().get(0).deliveries().get(0).id();
        var copy = office.ask("SELECT sha256 FROM yakuba.doc_delivery WHERE id = ?", delivery);
        var paper = office.ask("SELECT sha256 FROM yakuba.doc_record_file WHERE record_id = ? ORDER BY position LIMIT 1", sheet(draft).recordId());
        nothingIsTakenAwayBefore(draft, delivery, proposal);
        var internal = sheet(draft).recordId();
        itIsFoundByItsWords(internal, sent.id());

        destroy(sheet(draft).recordId(), sent.id());

        assertThat(office.ask("SELECT string_agg(DISTINCT title || ask || body || coalesce(clause, ''), ',') FROM yakuba.doc_draft_version"
                + " WHERE draft_id = ?", draft)).isEqualTo("廃棄済み");
        assertThat(office.ask("SELECT title FROM yakuba.doc_draft WHERE id = ?", draft)).isEqualTo("廃棄済み");
        for (var gone : List.of(Sha256.hex(EARLY), Sha256.hex(LATE), copy, paper)) {
            assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", gone)).isEqualTo("0");
            assertThat(office.ask("SELECT count(*)::text FROM yakuba.doc_text WHERE sha256 = ?", gone)).isEqualTo("0");
        }
        assertThat(office.ask("SELECT count(*)::text FROM yakuba.doc_index WHERE record_id = ? OR record_id = ?", internal, sent.id())).isEqualTo("0");
        assertThat(found(LATE)).doesNotContain(internal, sent.id());
        assertThat(office.ask("SELECT name || coalesce(address, '') FROM yakuba.doc_delivery WHERE id = ?", delivery)).isEqualTo("廃棄済み");
        assertThat(office.ask("SELECT purpose FROM yakuba.doc_taken_number WHERE id = ?", taken)).isEqualTo("廃棄済み");
        assertThat(office.ask("SELECT p.title || p.text || t.text || t.files FROM yakuba.apv_proposal p JOIN yakuba.apv_text t"
                + " ON t.proposal_id = p.id WHERE p.id = ?", proposal)).isEqualTo("廃棄済み[]");
        assertThat(office.ask("SELECT count(words)::text || count(words_hash) FROM yakuba.apv_event WHERE proposal_id = ? AND kind IN ('AGREED', 'DECIDED')",
                proposal)).isEqualTo("02");
        assertThat(office.ask("SELECT count(comment)::text FROM yakuba.apv_step WHERE proposal_id = ?", proposal)).isEqualTo("0");
        itsEndIsShown(draft, sent, delivery, proposal);
    }

    /** By the text of the sheet and of the fair copy, by an attachment, and by the recipient's name. */
    private void itIsFoundByItsWords(UUID internal, UUID sent) throws Exception {
        office.awaitIndex(internal);
        office.awaitIndex(sent);
        assertThat(found("決まった秘密")).contains(internal, sent);
        assertThat(found(LATE)).contains(internal, sent);
        assertThat(found(BODY.name() + " " + TITLE)).contains(sent).doesNotContain(internal);
    }

    private List<UUID> found(String words) throws Exception {
        return as(CLERK, () -> search.find(RecordQuery.of(words), null, 100)).records().stream().map(one -> one.line().id()).toList();
    }

    @Test
    @DisplayName("起案、施行した文書、その枝番は、書いてあるとおりの番号で見つかる")
    void eachIsFoundByItsNumberAsWritten() throws Exception {
        var draft = decided();
        var first = as(CLERK, () -> dispatch.send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(BODY))));
        var second = as(CLERK, () -> dispatch.send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, first.id(), List.of(BODY))));
        assertThat(second.number()).isEqualTo(first.number() + "の2");
        var internal = sheet(draft).recordId();
        for (var record : List.of(internal, first.id(), second.id())) {
            office.awaitIndex(record);
        }
        assertThat(found(second.number())).contains(second.id()).doesNotContain(first.id(), internal);
        assertThat(found(second.number().replace("2", "２"))).contains(second.id());
        assertThat(found(first.number())).contains(first.id(), second.id()).doesNotContain(internal);
        assertThat(found(office.ask("SELECT number FROM yakuba.doc_record WHERE id = ?", internal))).containsExactly(internal);
        assertThat(as(CLERK, () -> search.find(
                new RecordQuery(first.number(), "INTERNAL", null, null, null, null, null, null), null, 20)).records()).isEmpty();
    }

    @Test
    @DisplayName("廃棄されると、署名した浄書も、証拠を付けた版も、だれが署名したかの行も消える")
    void signedCopiesGoToo() throws Exception {
        try (var signing = new SigningFixture(Files.createTempDirectory("signing"), Instant.now())) {
            signing.nameKeys();
            signing.nameStamps();
            var draft = decided();
            var board = new Recipient(DispatchChannel.NOTICE, null, null, null, null, null, LocalDate.of(2099, 1, 1));
            var sent = as(CLERK, () -> dispatch.send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(board))));
            for (int turn = 0; turn < PATIENCE && !"KEPT".equals(office.ask("SELECT stage FROM yakuba.doc_signature WHERE record_id = ?", sent.id())); turn++) {
                Thread.sleep(200);
            }
            var original = office.ask("SELECT original FROM yakuba.doc_signature WHERE record_id = ?", sent.id());
            var proven = office.ask("SELECT latest FROM yakuba.doc_signature WHERE record_id = ?", sent.id());
            assertThat(proven).isNotEqualTo(original);

            destroy(sheet(draft).recordId(), sent.id());

            for (var gone : List.of(original, proven)) {
                assertThat(office.ask("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = ?", gone)).isEqualTo("0");
            }
            assertThat(office.ask("SELECT count(*) FROM yakuba.doc_signature WHERE record_id = ?", sent.id())).isEqualTo("0");
            assertThat(office.ask("SELECT count(*) FROM yakuba.doc_signature_version WHERE original = ?", original)).isEqualTo("0");
        }
    }

    private void nothingIsTakenAwayBefore(UUID draft, UUID delivery, UUID proposal) {
        for (var sql : List.of(
                "UPDATE yakuba.doc_draft SET title = '廃棄済み' WHERE id = '" + draft + "'",
                "UPDATE yakuba.doc_draft_version SET title = '廃棄済み', ask = '', body = '', clause = NULL WHERE draft_id = '" + draft + "'",
                "DELETE FROM yakuba.doc_draft_file WHERE draft_id = '" + draft + "'",
                "UPDATE yakuba.doc_delivery SET name = '廃棄済み', postal_code = NULL, address = NULL, sha256 = NULL, gone = true WHERE id = '"
                        + delivery + "'",
                "UPDATE yakuba.doc_delivery SET name = '別の宛先' WHERE id = '" + delivery + "'",
                "UPDATE yakuba.apv_event SET words = NULL WHERE proposal_id = '" + proposal + "'",
                "UPDATE yakuba.apv_text SET text = '' WHERE proposal_id = '" + proposal + "'",
                "UPDATE yakuba.apv_text SET text = '', files = '[]', gone_under = '廃棄第9号' WHERE proposal_id = '" + proposal + "'",
                "DELETE FROM yakuba.apv_text WHERE proposal_id = '" + proposal + "'")) {
            assertThatThrownBy(() -> office.asOwner(sql)).as(sql).isInstanceOf(SQLException.class);
        }
    }

    private void itsEndIsShown(UUID draft, RecordView sent, UUID delivery, UUID proposal) throws Exception {
        assertThat(sheet(draft)).satisfies(sheet -> {
            assertThat(sheet.text().title()).isEqualTo("廃棄済み");
            assertThat(sheet.text().plain()).isEmpty();
            assertThat(sheet.files()).isEmpty();
            assertThat(sheet.versions()).hasSize(3);
            assertThat(sheet.rights().amend()).isFalse();
        });
        refused(DocumentProblem.NO_SUCH_FILE, () -> as(CLERK, () -> {
            drafting.print(draft, new ByteArrayOutputStream());
            return null;
        }));
        refused(DocumentProblem.NO_SUCH_DELIVERY, () -> as(CLERK, () -> dispatch.openCopy(delivery)));
        refused(DocumentProblem.NO_SUCH_DELIVERY, () -> as(CLERK, () -> {
            dispatch.printLabel(delivery, new ByteArrayOutputStream());
            return null;
        }));
        refused(DocumentProblem.NOTHING_TO_AMEND,
                () -> as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "blank", null, draft))));
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> as(CLERK, () -> dispatch.prepare(draft)));
        assertThat(as(CLERK, () -> dispatch.listSeals(new PageRequest(0, 200))).rows())
                .anySatisfy(line -> assertThat(line.number() + line.title()).isEqualTo(sent.number() + "廃棄済み"));
        assertThat(as(CLERK, () -> dispatch.listPosting("general", clock.today())))
                .anySatisfy(line -> assertThat(line.name() + line.address() + line.withheld()).isEqualTo("廃棄済みnullfalse"));
        assertThat(history.verify(draft)).isEmpty();
        assertThat(as(CLERK, () -> proposals.verify(proposal)).holds()).isTrue();
        assertThat(office.as(MANAGER, () -> records.verify(sent.id()))).isEmpty();
        for (var part = integrity(null); ; part = integrity(part.next())) {
            assertThat(part.broken()).isNull();
            if (part.next() == null) {
                return;
            }
        }
    }

    @Test
    @DisplayName("番号の検査は、取って使わない番号と欠番を抜けと言わず、町の番号の抜けは名指しする")
    void missingNumbersAreNoGaps() throws Exception {
        var numbers = new java.util.ArrayList<UUID>();
        for (var series : List.of(NumberSeries.LETTER, NumberSeries.PUBLIC)) {
            numbers.add(office.asOfficer(OFFICER, () -> dispatch.takeNumber(UUID.randomUUID(), series, "general", "検査の試験")));
            numbers.add(office.asOfficer(OFFICER, () -> dispatch.takeNumber(UUID.randomUUID(), series, "general", "検査の試験")));
        }
        office.asOfficer(OFFICER, () -> {
            dispatch.giveUpNumber(numbers.get(0), "書き損じ");
            dispatch.giveUpNumber(numbers.get(2), "書き損じ");
            return null;
        });
        int year = clock.today().getYear();
        assertThat(integrity("OUT general " + (year - 2)).broken()).isNull();
        assertThat(integrity("PUBLIC  " + (year - 1)).broken()).isNull();

        office.asOwner("INSERT INTO yakuba.doc_series_counter (series, year, last) VALUES ('PUBLIC', 2019, 2)");
        try {
            assertThat(integrity("PUBLIC  2018").broken()).satisfies(broken -> {
                assertThat(broken.what()).isEqualTo("令和元年 公告");
                assertThat(broken.where()).isEqualTo("1");
                assertThat(broken.fault()).isEqualTo("number-missing");
            });
        } finally {
            office.asOwner("DELETE FROM yakuba.doc_series_counter WHERE series = 'PUBLIC' AND year = 2019");
        }
    }

    private jp.yakuba.document.api.IntegrityPart integrity(String after) throws Exception {
        return office.as(MANAGER, () -> integrity.check(IntegrityKind.NUMBERS, after));
    }

    /** A draft of three versions, of which only the second has the early attachment; sealed, to be sent. */
    private UUID decided() throws Exception {
        var id = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "notify", null, null)));
        write(id, "はじめの秘密", EARLY);
        write(id, "決まった秘密", LATE);
        var proposal = as(CLERK, () -> drafting.propose(new ProposeDraft(id, drafting.get(id).version(), List.of(), false, null)));
        for (var who : List.of(MANAGER, HEAD)) {
            as(who, () -> {
                approval.approve(proposal, approval.get(proposal).version(), "秘密の意見");
                return null;
            });
        }
        return id;
    }

    private void write(UUID id, String text, String attachment) throws Exception {
        var staged = as(CLERK, () -> drafting.stage(
                new ByteArrayInputStream(attachment.getBytes(StandardCharsets.UTF_8)), "添付.txt")).files().get(0).id();
        as(CLERK, () -> {
            drafting.write(new WriteDraft(id, drafting.get(id).version(), TITLE, "通知してよいか伺います。", text, false,
                    new DraftFacts("correspondence", 0, null, null, Disclosure.CLOSED, "条例第7条", null, DispatchIntent.LETTER, SealUse.SEAL),
                    List.of(), List.of(staged)));
            return null;
        });
    }

    /** Puts the records into a file of a year long gone and leads that to its end. */
    private void destroy(UUID... all) throws Exception {
        var dossier = office.open(2020, RetentionClass.Y1, null);
        for (var record : all) {
            office.as(MANAGER, () -> {
                records.file(record, records.get(record).version(), dossier);
                return null;
            });
            office.asOwner("UPDATE yakuba.doc_life SET completed_on = ? WHERE record_id = ?", LocalDate.of(2020, 6, 1), record);
        }
        office.as(MANAGER, () -> filing.close(dossier, filing.get(dossier).version()));
        var list = office.as(OFFICER, () -> disposal.draw("general"));
        takeOffAllBut(list, dossier);
        step(HEAD, list, version -> disposal.judge(list, version, List.of(new JudgeDossier(dossier, DisposalVerdict.DESTROY, null, null))));
        step(HEAD, list, version -> disposal.pass(list, version));
        step(MANAGER, list, version -> disposal.pass(list, version));
        step(ARCHIVIST, list, version -> disposal.choose(list, version, List.of(new ChooseForArchive(dossier, ArchiveChoice.LEAVE, null))));
        step(ARCHIVIST, list, version -> disposal.pass(list, version));
        step(SECOND, list, version -> disposal.pass(list, version));
        for (int turn = 0; turn < PATIENCE && !office.get(dossier).state().isGone(); turn++) {
            Thread.sleep(200);
        }
        assertThat(office.get(dossier).state().isGone()).isTrue();
    }

    private void takeOffAllBut(UUID list, UUID dossier) throws Exception {
        for (var one : office.as(MANAGER, () -> disposal.get(list)).items()) {
            if (!one.dossierId().equals(dossier) && one.state() == DisposalItemState.OPEN) {
                office.as(MANAGER, () -> {
                    disposal.callOff(list, disposal.get(list).version(), one.dossierId(), "ほかの試験のもの");
                    return holds.place(PlaceHold.onDossier(one.dossierId(), HoldGround.OTHER, null, "ほかの試験のもの", clock.today()));
                });
            }
        }
    }

    private interface Step {
        void on(long version);
    }

    private void step(Actor who, UUID list, Step step) throws Exception {
        office.as(who, () -> {
            step.on(disposal.get(list).version());
            return null;
        });
    }

    private DraftSheet sheet(UUID id) throws Exception {
        return as(CLERK, () -> drafting.get(id));
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    private static void refused(DocumentProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
