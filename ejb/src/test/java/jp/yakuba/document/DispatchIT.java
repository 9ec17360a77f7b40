package jp.yakuba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsProtectionOfficer;
import jp.yakuba.AsRecordsOfficer;
import jp.yakuba.AsRegistrar;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.Disclosure;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.DispatchIntent;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.NoticeBoardDesk;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberRegister;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.PostedNotice;
import jp.yakuba.document.api.PostingLine;
import jp.yakuba.document.api.ProposeDraft;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.api.SealUse;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.api.SendOut.Recipient;
import jp.yakuba.document.api.WriteDraft;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.dispatch.DispatchStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.ResidentFixture;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ResidentDesk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("施行の窓口(コンテナ内)")
class DispatchIT {
    private static final int MOST_PRESSES = 6;
    private static final String NO_CONNECTION_FREE = "IJ000453";
    private static final Actor CLERK = DocumentFixture.staff("1005", "小林　七海", "general-clerk-1", "general", Role.STAFF);
    private static final Actor LEAD =
            DocumentFixture.staff("1004", "小野　麻衣", "general-lead-1", "general", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Actor CHIEF = DocumentFixture.staff("1003", "中西　さやか", "general-chief", "general", Role.STAFF);
    private static final Actor TAX =
            DocumentFixture.staff("1020", "早川　愛", "tax-chief", "tax", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Recipient BODY =
            new Recipient(DispatchChannel.POST, null, "北海道 建設部", null, "060-8588", "北海道札幌市中央区北三条西6丁目", null);

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private DraftingDesk drafting;

    @Inject
    private ApprovalDesk approval;

    @Inject
    private RecordDesk records;

    @Inject
    private RecordHistory history;

    @Inject
    private MoveInDesk moves;

    @Inject
    private ResidentDesk residents;

    @Inject
    private ProtectionDesk protections;

    @Inject
    private AsStaff staff;

    @Inject
    private AsRecordsOfficer officer;

    @Inject
    private AsRegistrar registrar;

    @Inject
    private AsProtectionOfficer protection;

    @Inject
    private AsResident resident;

    @Inject
    private AsDesk desk;

    @Inject
    private InRequest request;

    @Inject
    private OfficeClock clock;

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Inject
    private NoticeBoardDesk board;

    @Inject
    private DispatchStore notices;

    @Test
    @DisplayName("決裁された案は番号と浄書で郵便に出て、公印使用簿と経過に残り、続きは枝番になる")
    void aDecidedDraftGoesOut() throws Exception {
        var draft = decided(DispatchIntent.LETTER, SealUse.SEAL);
        var sent = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(BODY)));
        assertThat(sent.number()).matches("芽総第\\d+号");
        var record = as(CLERK, () -> records.get(sent.id()));
        assertThat(record.line().party()).isEqualTo("北海道 建設部");
        assertThat(record.files()).hasSize(1);
        assertThat(record.broken()).isNull();
        assertThat(record.history()).extracting(RecordEventLine::kind).containsExactly(RecordEventKind.DISPATCHED, RecordEventKind.SEALED);
        assertThat(history.of(draft)).extracting(RecordEventLine::kind).endsWith(RecordEventKind.DECIDED, RecordEventKind.DISPATCHED);
        var decision = as(CLERK, () -> drafting.get(draft)).recordId();
        assertThat(as(CLERK, () -> records.get(decision)).line().state()).isEqualTo(RecordState.COMPLETED);
        assertThat(as(CLERK, () -> dispatch.listSeals(new PageRequest(0, 50))).rows())
                .anySatisfy(line -> assertThat(line.number() + line.seal() + line.copies()).isEqualTo(sent.number() + "芽室町長印1"));

        var next = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, sent.id(), List.of(BODY)));
        assertThat(next.number()).isEqualTo(sent.number() + "の2");
        var third = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, next.id(), List.of(BODY)));
        assertThat(third.number()).isEqualTo(sent.number() + "の3");
    }

    @Test
    @DisplayName("一つの番号の枝番を、別の起案から、親番号からも枝番からも八人が同時に取っても、重ならず続く")
    void branchesOfANumberFollowEachOther() throws Exception {
        var first = send(new SendOut(UUID.randomUUID(), decided(DispatchIntent.LETTER, SealUse.NONE), NumberSeries.LETTER, null, null, List.of(BODY)));
        var second = send(new SendOut(UUID.randomUUID(), decided(DispatchIntent.LETTER, SealUse.NONE), NumberSeries.LETTER, null, first.id(), List.of(BODY)));
        var deeds = new ArrayList<Callable<String>>();
        for (int one = 0; one < 8; one++) {
            var draft = decided(DispatchIntent.LETTER, SealUse.NONE);
            var of = one % 2 == 0 ? first.id() : second.id();
            deeds.add(() -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, of, List.of(BODY))).number());
        }
        assertThat(atOnce(deeds)).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(3, 10).mapToObj(branch -> first.number() + "の" + branch).toList());
    }

    @Test
    @DisplayName("同じ画面を八回同時に送っても、一度だけ施行され、番号は一つ")
    void doubledClicksSendOnce() throws Exception {
        var draft = decided(DispatchIntent.LETTER, SealUse.OMITTED);
        var command = new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(BODY));
        var numbers = atOnce(IntStream.range(0, 8).mapToObj(one -> (Callable<String>) () -> send(command).number()).toList());
        assertThat(numbers).hasSize(8).containsOnly(numbers.get(0));
        assertThat(as(CLERK, () -> dispatch.prepare(draft)).sent()).hasSize(1);
    }

    @Test
    @DisplayName("二百人が同時に番号を取り、取りやめる人がいても、欠けも重なりもない")
    void twoHundredAtOnceLeaveNoGapAndNoDouble() throws Exception {
        int year = FiscalYear.of(clock.today()).year();
        var before = book(NumberSeries.LETTER, year).stream().mapToLong(NumberLine::sequence).max().orElse(0);
        var drafts = new ArrayList<UUID>();
        for (int one = 0; one < 10; one++) {
            drafts.add(decided(DispatchIntent.LETTER, SealUse.NONE));
        }
        var deeds = new ArrayList<Callable<String>>();
        IntStream.range(0, 200).forEach(one -> deeds.add(one % 20 == 7
                ? () -> send(new SendOut(UUID.randomUUID(), drafts.get(one / 20), NumberSeries.LETTER, null, null, List.of(BODY))).number()
                : one % 20 == 13 ? () -> failing(drafts.get(one / 20)) : () -> taken(NumberSeries.LETTER, "試験" + one)));
        assertThat(atOnce(deeds)).doesNotContain("error").hasSize(200);

        var after = book(NumberSeries.LETTER, year).stream().filter(line -> line.sequence() > before).toList();
        assertThat(after).extracting(NumberLine::sequence).containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 190).boxed().toList());
        assertThat(after).extracting(NumberLine::state).containsOnly("TAKEN", "USED");
        assertThat(after).extracting(NumberLine::number).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("二百人が一つの課で同時に番号を取り、決裁しても、番号に欠けも重なりもなく、失われる段もない")
    void numbersAreTakenWhileDecisionsAreMade() throws Exception {
        int year = FiscalYear.of(clock.today()).year();
        var before = book(NumberSeries.LETTER, year).stream().mapToLong(NumberLine::sequence).max().orElse(0);
        var internal = count("SELECT coalesce(max(sequence), 0) FROM yakuba.doc_record WHERE direction = 'INTERNAL' AND section = 'general'"
                + " AND fiscal_year = " + year);
        var proposals = new ArrayList<UUID>();
        for (int one = 0; one < 25; one++) {
            var id = written(DispatchIntent.NONE, SealUse.NONE, "決定します。");
            proposals.add(as(CLERK, () -> drafting.propose(new ProposeDraft(id, drafting.get(id).version(), List.of(), false, null))));
            approve(LEAD, proposals.get(one));
        }
        var deeds = new ArrayList<Callable<String>>();
        IntStream.range(0, 200).forEach(one -> deeds.add(one % 2 == 0
                ? () -> approveOnce(CHIEF, proposals.get(one % 50 / 2))
                : () -> taken(NumberSeries.LETTER, "決裁と同時" + one)));
        var outcomes = atOnce(deeds);

        assertThat(outcomes).filteredOn("decided"::equals).hasSize(25);
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("APV-")).hasSize(75);
        assertThat(book(NumberSeries.LETTER, year).stream().map(NumberLine::sequence).filter(sequence -> sequence > before))
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 100).boxed().toList());
        assertThat(count("SELECT count(DISTINCT sequence) * 1000 + max(sequence) - " + internal + " FROM yakuba.doc_record"
                + " WHERE direction = 'INTERNAL' AND section = 'general' AND fiscal_year = " + year + " AND sequence > " + internal))
                .isEqualTo(25_025);
        for (var proposal : proposals) {
            assertThat(as(CHIEF, () -> approval.get(proposal)).state()).isEqualTo("DECIDED");
            assertThat(count("SELECT count(*) FROM yakuba.apv_event WHERE proposal_id = '" + proposal + "'")).isEqualTo(3);
        }
    }

    private String approveOnce(Actor who, UUID proposal) throws Exception {
        try {
            approve(who, proposal);
            return "decided";
        } catch (RuleViolation late) {
            return late.problem().code();
        }
    }

    private void approve(Actor who, UUID proposal) throws Exception {
        as(who, () -> {
            approval.approve(proposal, approval.get(proposal).version(), null);
            return null;
        });
    }

    @Test
    @DisplayName("告示の番号は課を問わず町で一つに続き、二百人が同時でも重ならない")
    void seriesOfTheTownAreOne() throws Exception {
        var before = book(NumberSeries.NOTICE, clock.today().getYear()).stream().mapToLong(NumberLine::sequence).max().orElse(0);
        var deeds = IntStream.range(0, 200).mapToObj(one -> (Callable<String>) () -> one % 2 == 0
                ? taken(NumberSeries.NOTICE, "告示" + one)
                : request.as(TAX, () -> officer.call(() -> dispatch.takeNumber(UUID.randomUUID(), NumberSeries.NOTICE, "tax", "告示" + one))).toString()).toList();
        assertThat(atOnce(deeds)).doesNotContain("error");
        var after = book(NumberSeries.NOTICE, clock.today().getYear()).stream().filter(line -> line.sequence() > before).toList();
        assertThat(after).extracting(NumberLine::sequence).containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 200).boxed().toList());
        assertThat(after.get(0).number()).startsWith("芽室町告示第");
    }

    @Test
    @DisplayName("番号を取る同じ画面が二度、同時に何度送られても、番号は一つしか取らない")
    void theSameFormTakesOneNumber() throws Exception {
        int year = clock.today().getYear();
        var before = book(NumberSeries.DIRECTIVE, year).size();
        var once = UUID.randomUUID();
        var deeds = IntStream.range(0, 20).mapToObj(one -> (Callable<String>) () -> taken(once, "訓令の試験").toString()).toList();
        assertThat(atOnce(deeds)).containsOnly(once.toString());
        assertThat(taken(once, "訓令の試験")).isEqualTo(once);
        assertThat(book(NumberSeries.DIRECTIVE, year)).hasSize(before + 1);
    }

    @Test
    @DisplayName("先に取った番号は一度だけ使え、使わない番号は理由とともに欠番になって二度と使えない")
    void aTakenNumberIsUsedOnceOrMissing() throws Exception {
        var used = id(NumberSeries.LETTER, "使う番号");
        var missing = id(NumberSeries.LETTER, "使わない番号");
        var draft = decided(DispatchIntent.LETTER, SealUse.NONE);
        var sent = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, used, null, List.of(BODY)));
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, used, null, List.of(BODY))));
        refused(DocumentProblem.REASON_MISSING, () -> giveUp(missing, " "));
        giveUp(missing, "起案を取りやめたため");
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> giveUp(missing, "もう一度"));
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, missing, null, List.of(BODY))));

        var book = book(NumberSeries.LETTER, FiscalYear.of(clock.today()).year());
        assertThat(book).filteredOn(line -> line.number().equals(sent.number())).singleElement().matches(line -> line.state().equals("USED"));
        assertThat(book).filteredOn(line -> missing.equals(line.id())).singleElement()
                .satisfies(line -> assertThat(line.state() + line.reason()).isEqualTo("MISSING起案を取りやめたため"));
        assertThatThrownBy(() -> asOwner("UPDATE yakuba.doc_taken_number SET state = 'TAKEN', reason = NULL, ended_at = NULL WHERE id = '" + missing + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("守られた住所へは郵便も宛名も出せず、一覧にも載らない。別の職員が解除した人だけに出る")
    void aProtectedAddressStaysInTheLedger() throws Exception {
        var mother = family("施行").get(1);
        var draft = decided(DispatchIntent.LETTER, SealUse.OMITTED);
        var before = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                List.of(SendOut.resident(DispatchChannel.POST, mother.number()))));
        var delivery = as(CLERK, () -> dispatch.prepare(draft)).sent().get(0).deliveries().get(0).id();
        assertThat(label(delivery)).isNotEmpty();
        assertThat(posting(before)).satisfies(line -> assertThat(line.address()).endsWith("14番地5"));

        request.as(ResidentFixture.clerk("係"), () -> protection.call(() -> protections.protect(
                new EnterProtection(List.of(mother.id()), true, LocalDate.of(2026, 11, 2), null, null))));
        refused(DocumentProblem.ADDRESS_WITHHELD, () -> label(delivery));
        assertThat(posting(before)).satisfies(line -> {
            assertThat(line.withheld()).isTrue();
            assertThat(line.address()).isNull();
            assertThat(line.postalCode()).isNull();
        });
        refused(DocumentProblem.ADDRESS_WITHHELD, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                List.of(SendOut.resident(DispatchChannel.POST, mother.number())))));
        assertThat(count("SELECT count(*) FROM yakuba.doc_delivery WHERE address LIKE '%14番地5%'")).as("the address is copied nowhere").isZero();

        var release = request.as(CLERK, () -> protection.call(() -> protections.requestRelease(mother.id(), "文書の発送")));
        request.as(CHIEF, () -> protection.call(() -> {
            protections.grantRelease(release, 0);
            return null;
        }));
        assertThat(label(delivery)).isNotEmpty();
        assertThat(posting(before).address()).endsWith("14番地5");
        assertThatThrownBy(() -> request.as(LEAD, () -> staff.call(() -> {
            dispatch.printLabel(delivery, new ByteArrayOutputStream());
            return null;
        }))).as("released to the asker alone").isInstanceOf(RuleViolation.class);
    }

    @Test
    @DisplayName("文に書かれた守られた住所は、解除された人にだけ見え、見えないまま保存も施行もできない。町の外へは郵便でだけ、解除された人が出せる")
    void aProtectedAddressInATextIsHiddenAndGoesNowhere() throws Exception {
        var shielded = """
                FROM yakuba.res_shielded s JOIN yakuba.res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
                WHERE a.lot ~ '^[0-9]+番地[0-9]+$' ORDER BY a.line DESC, s.person_id LIMIT 1
                """;
        var person = UUID.fromString(text("SELECT s.person_id " + shielded));
        var lot = text("SELECT a.lot " + shielded);
        var address = text("SELECT a.place " + shielded) + lot;
        var text = "送付先は次のとおりです。\n\n・" + address + "\n・電話で知らせる";
        var draft = decided(DispatchIntent.LETTER, SealUse.OMITTED, text);
        var open = written(DispatchIntent.LETTER, SealUse.OMITTED, text);

        var hidden = as(CLERK, () -> drafting.get(open));
        assertThat(hidden.text().plain()).contains("送付先", "＊＊＊", "電話で").doesNotContain(lot);
        assertThat(hidden.text().html()).contains("＊＊＊").doesNotContain(lot);
        assertThat(as(CLERK, () -> drafting.compare(open, 1, 2)).toString()).contains("＊＊＊").doesNotContain(lot);
        refused(DocumentProblem.HIDDEN_WORDS, () -> write(open, hidden.text().plain() + "！", DispatchIntent.LETTER, SealUse.OMITTED));
        write(open, "住所を書かない文", DispatchIntent.LETTER, SealUse.OMITTED);
        var mail = new Recipient(DispatchChannel.MAIL, null, "土地改良区", "a@b.example", null, null, null);
        for (var to : List.of(BODY, mail)) {
            refused(DocumentProblem.ADDRESS_IN_TEXT, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(to))));
        }
        var typed = new Recipient(DispatchChannel.POST, null, "別人", null, "082-0000", address, null);
        var harmless = decided(DispatchIntent.LETTER, SealUse.OMITTED);
        refused(DocumentProblem.ADDRESS_IN_TEXT, () -> send(new SendOut(UUID.randomUUID(), harmless, NumberSeries.LETTER, null, null, List.of(typed))));

        var release = request.as(CLERK, () -> protection.call(() -> protections.requestRelease(person, "文書の発送")));
        request.as(CHIEF, () -> protection.call(() -> {
            protections.grantRelease(release, 0);
            return null;
        }));
        refused(DocumentProblem.ADDRESS_IN_TEXT, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(mail))));
        assertThat(send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(BODY))).number()).startsWith("芽総第");
    }

    @Test
    @DisplayName("施行した文書と起案を見ると、宛先の住民を見たことになる")
    void aLookAtWhatWasSentIsALookAtTheRecipient() throws Exception {
        var father = family("宛先").get(0);
        var draft = decided(DispatchIntent.LETTER, SealUse.OMITTED);
        var sent = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                List.of(SendOut.resident(DispatchChannel.POST, father.number()))));
        as(CLERK, () -> records.get(sent.id()));
        as(CLERK, () -> dispatch.prepare(draft));
        as(CLERK, () -> dispatch.listNumbers(NumberSeries.LETTER, "general", FiscalYear.of(clock.today()).year(), new PageRequest(0, 50)));
        assertThat(count("SELECT count(DISTINCT deed || coalesce(reason, '')) FROM yakuba.aud_entry WHERE kind = 'LOOK' AND object_id = '" + sent.id()
                + "' AND person_id = '" + father.id() + "'")).isEqualTo(3);
        var answer = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "blank", sent.id(), null)));
        as(CLERK, () -> drafting.get(answer));
        assertThat(count("SELECT count(*) FROM yakuba.aud_entry WHERE deed = 'document.draft-view' AND object_id = '" + answer
                + "' AND person_id = '" + father.id() + "'")).isOne();
    }

    @Test
    @DisplayName("受信箱へは利用者登録のある住民にだけ届き、本人だけが開き、開いたことが経過に残る")
    void theInboxIsOpenedByItsOwnerAlone() throws Exception {
        var father = family("受信").get(0);
        var draft = decided(DispatchIntent.LETTER, SealUse.NONE);
        var command = new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                List.of(SendOut.resident(DispatchChannel.INBOX, father.number())));
        refused(DocumentProblem.NO_INBOX, () -> send(command));
        var account = account(father.id());
        var sent = send(command);
        var delivery = as(CLERK, () -> dispatch.prepare(draft)).sent().get(0).deliveries().get(0).id();
        assertThat(count("SELECT count(*) FROM yakuba.ntf_notice WHERE account_id = '" + account + "' AND template = 'document-dispatched'")).isEqualTo(1);

        refused(DocumentProblem.NO_SUCH_DELIVERY, () -> open(UUID.randomUUID(), delivery));
        assertThat(open(account, delivery)).startsWith("%PDF".getBytes());
        assertThat(open(account, delivery)).isNotEmpty();
        assertThat(history.of(sent.id())).extracting(RecordEventLine::kind).containsExactly(RecordEventKind.DISPATCHED, RecordEventKind.DELIVERED);
    }

    @Test
    @DisplayName("メールには浄書が添えられ、掲示は期限まで掲示簿にあり、文書交換はつながっていないと断る")
    void otherWays() throws Exception {
        var draft = decided(DispatchIntent.NOTICE, SealUse.SEAL);
        refused(DocumentProblem.EXCHANGE_NOT_CONNECTED, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                List.of(new Recipient(DispatchChannel.EXCHANGE, null, "北海道", null, null, null, null)))));
        refused(DocumentProblem.RECIPIENT_INCOMPLETE, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                List.of(new Recipient(DispatchChannel.MAIL, null, "北海道", "だめ", null, null, null)))));
        refused(DocumentProblem.RECIPIENT_INCOMPLETE, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.NOTICE, null, null,
                List.of(new Recipient(DispatchChannel.NOTICE, null, null, null, null, null, clock.today().minusDays(1))))));
        refused(DocumentProblem.NO_SUCH_RECIPIENT, () -> send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                List.of(SendOut.resident(DispatchChannel.POST, "0")))));
        var mail = "it-" + UUID.randomUUID() + "@example.jp";
        var sent = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.NOTICE, null, null, List.of(
                new Recipient(DispatchChannel.MAIL, null, "北海道", mail, null, null, null),
                new Recipient(DispatchChannel.NOTICE, null, null, null, null, null, clock.today().plusDays(14)))));
        assertThat(sent.number()).startsWith("芽室町告示第");
        assertThat(count("SELECT count(*) FROM yakuba.ntf_enclosure e JOIN yakuba.ntf_delivery d ON d.notice_id = e.notice_id WHERE d.address = '" + mail
                + "' AND e.media_type = 'application/pdf'")).isEqualTo(1);
        assertThat(as(CLERK, () -> dispatch.listPosted(new PageRequest(0, 50))).rows()).anyMatch(line -> line.recordId().equals(sent.id()));
        assertThat(as(CLERK, () -> records.get(sent.id())).line().party()).isEqualTo("北海道　ほか1件");
    }

    @Test
    @DisplayName("掲示したものは誰でも読め、期限が過ぎると読めず、後から守られた住所を言うものは、出さない")
    void whatHangsOnTheBoardIsReadByEverybody() throws Exception {
        var unprotected = """
                FROM yakuba.res_address a WHERE a.valid_until IS NULL AND a.lot ~ '^[0-9]+番地[0-9]+$' AND NOT EXISTS (
                    SELECT 1 FROM yakuba.res_shielded s JOIN yakuba.res_address b ON b.person_id = s.person_id WHERE b.place = a.place AND b.lot = a.lot)
                ORDER BY a.person_id LIMIT 1
                """;
        var person = UUID.fromString(text("SELECT a.person_id " + unprotected));
        var address = text("SELECT a.place || a.lot " + unprotected);
        var plain = posted("掲示の文です。");
        var telling = posted("所在地は" + address + "です。");

        assertThat(seenByAnybody(plain)).startsWith("%PDF".getBytes());
        assertThat(seenByAnybody(telling)).startsWith("%PDF".getBytes());
        assertThat(onTheBoard()).extracting(PostedNotice::deliveryId).contains(plain, telling);
        assertThat(notices.findUp(plain, clock.now(), clock.today().plusDays(15))).as("after its time").isEmpty();
        assertThat(notices.findUp(plain, clock.now().minus(Duration.ofHours(1)), clock.today())).as("before it hangs").isEmpty();

        request.as(ResidentFixture.clerk("係"), () -> protection.call(() -> protections.protect(
                new EnterProtection(List.of(person), true, LocalDate.of(2026, 11, 2), null, null))));
        refused(DocumentProblem.NO_SUCH_DELIVERY, () -> seenByAnybody(telling));
        assertThat(seenByAnybody(plain)).isNotEmpty();
        refused(DocumentProblem.NO_SUCH_DELIVERY, () -> seenByAnybody(UUID.randomUUID()));
    }

    private UUID posted(String text) throws Exception {
        var draft = decided(DispatchIntent.NOTICE, SealUse.OMITTED, text);
        send(new SendOut(UUID.randomUUID(), draft, NumberSeries.NOTICE, null, null,
                List.of(new Recipient(DispatchChannel.NOTICE, null, null, null, null, null, clock.today().plusDays(14)))));
        return as(CLERK, () -> dispatch.prepare(draft)).sent().get(0).deliveries().get(0).id();
    }

    private List<PostedNotice> onTheBoard() throws Exception {
        return request.as(Actor.anonymous("test"), () -> board.listUp(new PageRequest(0, 50))).rows();
    }

    private byte[] seenByAnybody(UUID delivery) throws Exception {
        return request.as(Actor.anonymous("test"), () -> {
            try (var paper = board.open(delivery)) {
                return paper.readAllBytes();
            }
        });
    }

    @Test
    @DisplayName("決裁の前の案、ほかの課、住民からは施行できず、番号はほかの課から取れない")
    void onlyTheSectionSendsWhatWasDecided() throws Exception {
        var undecided = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "notify", null, null)));
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> send(new SendOut(UUID.randomUUID(), undecided, NumberSeries.LETTER, null, null, List.of(BODY))));
        var draft = decided(DispatchIntent.LETTER, SealUse.NONE);
        refused(DocumentProblem.NO_SUCH_DRAFT, () -> as(TAX, () -> dispatch.prepare(draft)));
        refused(DocumentProblem.NOT_YOUR_SECTION, () -> request.as(TAX, () -> officer.call(() ->
                dispatch.takeNumber(UUID.randomUUID(), NumberSeries.LETTER, "general", "だめ"))));
        assertThatThrownBy(() -> as(CLERK, () -> dispatch.takeNumber(UUID.randomUUID(), NumberSeries.LETTER, "general", "だめ"))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> dispatch.prepare(draft))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> desk.call(() -> dispatch.prepare(draft))).isInstanceOf(EJBAccessException.class);
        var inside = decided(DispatchIntent.NONE, SealUse.NONE);
        refused(DocumentProblem.NOT_IN_THIS_STATE, () -> as(CLERK, () -> dispatch.prepare(inside)));
    }

    /** A draft of the general affairs section, decided. */
    @Test
    @DisplayName("決裁の後に秘密文書になった案から施行した文書は、名を挙げた人だけが読む")
    void whatWasClosedAfterTheDecisionGoesOutClosed() throws Exception {
        var draft = decided(DispatchIntent.LETTER, SealUse.OMITTED);
        as(CLERK, () -> {
            var record = drafting.get(draft).recordId();
            records.restrict(record, records.get(record).version(), Set.of(CHIEF.id()));
            return null;
        });

        var sent = send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null, List.of(BODY)));

        assertThat(as(CLERK, () -> records.get(sent.id())).line().confidential()).isTrue();
        assertThat(as(CHIEF, () -> records.get(sent.id())).line().confidential()).isTrue();
        refused(DocumentProblem.NO_SUCH_RECORD, () -> as(LEAD, () -> records.get(sent.id())));
    }

    private UUID decided(DispatchIntent intent, SealUse seal) throws Exception {
        return decided(intent, seal, "通知します。");
    }

    private UUID written(DispatchIntent intent, SealUse seal, String text) throws Exception {
        var id = as(CLERK, () -> drafting.begin(new BeginDraft(UUID.randomUUID(), "general", "notify", null, null)));
        write(id, text, intent, seal);
        return id;
    }

    private void write(UUID id, String text, DispatchIntent intent, SealUse seal) throws Exception {
        as(CLERK, () -> {
            drafting.write(new WriteDraft(id, drafting.get(id).version(), "発送の試験（通知）", "通知してよいか伺います。", text, false,
                    new DraftFacts("correspondence", 0, null, null, Disclosure.OPEN, null, null, intent, seal), List.of(), List.of()));
            return null;
        });
    }

    private UUID decided(DispatchIntent intent, SealUse seal, String text) throws Exception {
        var id = written(intent, seal, text);
        var proposal = as(CLERK, () -> drafting.propose(new ProposeDraft(id, drafting.get(id).version(), List.of(), false, null)));
        for (var who : List.of(LEAD, CHIEF)) {
            approve(who, proposal);
        }
        return id;
    }

    private RecordView send(SendOut command) throws Exception {
        return as(CLERK, () -> dispatch.send(command));
    }

    /** A dispatch that fails after its number was given, and so gives it back. */
    private String failing(UUID draft) {
        try {
            return as(CLERK, () -> {
                dispatch.send(new SendOut(UUID.randomUUID(), draft, NumberSeries.LETTER, null, null,
                        List.of(new Recipient(DispatchChannel.POST, null, "長い名前".repeat(40), null, "1", "x\u0000y", null))));
                return "error";
            });
        } catch (Exception expected) {
            return "gave back";
        }
    }

    private String taken(NumberSeries series, String purpose) throws Exception {
        return id(series, purpose).toString();
    }

    private UUID id(NumberSeries series, String purpose) throws Exception {
        return request.as(LEAD, () -> officer.call(() -> dispatch.takeNumber(UUID.randomUUID(), series, "general", purpose)));
    }

    private UUID taken(UUID once, String purpose) throws Exception {
        return request.as(LEAD, () -> officer.call(() -> dispatch.takeNumber(once, NumberSeries.DIRECTIVE, "general", purpose)));
    }

    private void giveUp(UUID id, String reason) throws Exception {
        request.as(LEAD, () -> officer.call(() -> {
            dispatch.giveUpNumber(id, reason);
            return null;
        }));
    }

    private List<NumberLine> book(NumberSeries series, int year) throws Exception {
        var lines = new ArrayList<NumberLine>();
        var part = new PageRequest(0, 50);
        var book = numbers(series, year, part);
        for (lines.addAll(book.rows()); book.hasNext(); lines.addAll(book.rows())) {
            part = new PageRequest(part.number() + 1, 50);
            book = numbers(series, year, part);
        }
        assertThat(lines.stream().filter(line -> line.state().equals("GAP"))).hasSize((int) book.gaps());
        lines.sort(Comparator.comparingLong(NumberLine::sequence).thenComparingInt(NumberLine::branch));
        return lines;
    }

    private NumberRegister numbers(NumberSeries series, int year, PageRequest part) throws Exception {
        return as(CLERK, () -> dispatch.listNumbers(series, "general", year, part));
    }

    private byte[] label(UUID delivery) throws Exception {
        return as(CLERK, () -> {
            var out = new ByteArrayOutputStream();
            dispatch.printLabel(delivery, out);
            return out.toByteArray();
        });
    }

    private PostingLine posting(RecordView sent) throws Exception {
        return as(CLERK, () -> dispatch.listPosting("general", clock.today())).stream()
                .filter(line -> line.recordId().equals(sent.id())).findFirst().orElseThrow();
    }

    private byte[] open(UUID account, UUID delivery) throws Exception {
        var who = new Actor(Actor.Kind.RESIDENT, account, "account", null, null, java.util.Set.of(Role.RESIDENT), Assurance.PASSWORD, "test");
        return request.as(who, () -> resident.call(() -> {
            try (var copy = dispatch.openMine(delivery)) {
                return copy.readAllBytes();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }));
    }

    /** A family that moved in: father, mother and children. */
    private List<PersonLine> family(String surname) throws Exception {
        var clerk = ResidentFixture.clerk("係");
        return request.as(clerk, () -> {
            var event = desk.call(() -> moves.enterProvisionally(ResidentFixture.aFamilyOfFour(surname, UUID.randomUUID(), null)));
            registrar.call(() -> {
                moves.makeFinal(event, moves.get(event).version());
                return null;
            });
            var found = new ArrayList<PersonLine>();
            for (var name : List.of("太郎", "花子")) {
                found.addAll(registrar.call(() -> residents.search(new PersonSearch(surname + name, null), new PageRequest(0, 5), "試験")).rows());
            }
            return found;
        });
    }

    private UUID account(UUID person) throws Exception {
        var account = UUID.randomUUID();
        asOwner("INSERT INTO yakuba.acc_account (id, display_name, language, state, created_at) VALUES ('" + account + "', '受信の人', 'ja', 'OPEN', now())");
        asOwner("INSERT INTO yakuba.acc_link (id, account_id, person_id, how, linked_at) VALUES (gen_random_uuid(), '" + account + "', '" + person + "', 'COUNTER', now())");
        return account;
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> atOnce(List<Callable<String>> deeds) throws Exception {
        var start = new CountDownLatch(1);
        var tasks = deeds.stream().map(deed -> new FutureTask<>(() -> {
            start.await();
            return patiently(deed);
        })).toList();
        var running = tasks.stream().map(threads::newThread).toList();
        running.forEach(Thread::start);
        start.countDown();
        for (var thread : running) {
            thread.join();
        }
        var outcomes = new ArrayList<String>();
        for (var task : tasks) {
            outcomes.add(task.get());
        }
        return outcomes;
    }

    /** Whoever finds no connection free within ten seconds is told that the office is busy, and presses once more. */
    private static String patiently(Callable<String> deed) throws Exception {
        for (int pressed = 1; ; pressed++) {
            try {
                return deed.call();
            } catch (EJBException busy) {
                if (pressed == MOST_PRESSES || !isBusy(busy)) {
                    throw busy;
                }
            }
        }
    }

    private static boolean isBusy(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(NO_CONNECTION_FREE)) {
                return true;
            }
        }
        return false;
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    private static void refused(DocumentProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
