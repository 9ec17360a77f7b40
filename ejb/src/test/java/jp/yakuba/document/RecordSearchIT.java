package jp.yakuba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.FoundRecord;
import jp.yakuba.document.api.FoundRecords;
import jp.yakuba.document.api.LetterChannel;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.ReceiveLetter;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.api.RecordSearchDesk;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.SaveSearch;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.search.Question;
import jp.yakuba.document.store.record.Reader;
import jp.yakuba.document.store.record.Sought;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("文書検索(コンテナ内)")
class RecordSearchIT {
    private static final Actor OFFICER =
            DocumentFixture.staff("1004", "総務係長", "general-lead-1", "general", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Actor COLLEAGUE = DocumentFixture.staff("1005", "総務係員", "general-clerk-1", "general", Role.STAFF);
    private static final Actor STRANGER = DocumentFixture.staff("1020", "税務課長", "tax-chief", "tax", Role.STAFF, Role.RECORDS_OFFICER);
    private static final Actor MANAGER = DocumentFixture.staff(
            "1003", "総務課長", "general-chief", "general", Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER);
    private static final String SHIELDED = """
            FROM res_shielded s JOIN res_address a ON a.person_id = s.person_id AND a.valid_until IS NULL
            WHERE a.lot ~ '^[0-9]+番地[0-9]+$' ORDER BY a.line, s.person_id LIMIT 1
            """;

    @Inject
    private DisposalFixture office;

    @Inject
    private RecordSearchDesk desk;

    @Inject
    private ReceiptDesk receipt;

    @Inject
    private RecordDesk records;

    @Inject
    private OfficeClock clock;

    @Resource
    private ManagedExecutorService threads;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    @Test
    @DisplayName("PDF、Wordと表計算の中の言葉で見つかり、言葉に印がつく。題名と相手方の言葉と合わせてもよい")
    void wordsInsideOfFiles() throws Exception {
        var word = word();
        var pdf = received("照会一", List.of(), Map.of("計画.pdf", SampleFiles.pdf("道路の", "ﾊﾟﾝ" + word + "について")));
        var docx = received("照会二", List.of(), Map.of("回答.docx", SampleFiles.docx("前書き", word + "の件")));
        var xlsx = received("照会三", List.of(), Map.of("一覧.xlsx", SampleFiles.xlsx("番号", word)));

        var mail = received("照会四", List.of(), Map.of("便り.eml", ("From: a@example.jp\r\nSubject: letter\r\nDate: Fri, 27 Nov 2026 09:00:00 +0900\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + word + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));

        assertThat(ids(find(OFFICER, RecordQuery.of(word)))).containsExactly(mail, xlsx, docx, pdf);
        var one = find(OFFICER, RecordQuery.of("照会一　パン" + word)).records();
        assertThat(one).singleElement().satisfies(found -> {
            assertThat(found.line().id()).isEqualTo(pdf);
            assertThat(found.excerpts()).singleElement().satisfies(cut -> {
                assertThat(cut.file()).isEqualTo("計画.pdf");
                assertThat(cut.pieces()).anyMatch(piece -> piece.found() && piece.text().equals("ﾊﾟﾝ" + word));
            });
        });
        assertThat(find(OFFICER, RecordQuery.of(word + "照会一")).records()).isEmpty();
    }

    @Test
    @DisplayName("暗号化されたPDFと壊れたPDFも収受でき、題名で見つかり、読めなかったことがわかる")
    void whatCannotBeReadIsReceivedAllTheSame() throws Exception {
        var word = word();
        received(word + "一", List.of(), Map.of("鍵.pdf", SampleFiles.lockedPdf(word)));
        received(word + "二", List.of(), Map.of("壊れ.pdf", ("%PDF-1.7 " + word).getBytes(StandardCharsets.UTF_8)));
        var found = find(OFFICER, RecordQuery.of(word)).records();
        assertThat(found).extracting(FoundRecord::unread).containsExactly(List.of("BROKEN"), List.of("ENCRYPTED"));
        assertThat(found).allSatisfy(one -> assertThat(one.excerpts()).isEmpty());
    }

    @Test
    @DisplayName("よその課には見つからず、秘密文書は指定した人だけに見つかり、文書管理者には秘密でないものが見つかる")
    void whoMayNotReadDoesNotFind() throws Exception {
        var word = word();
        var open = received(word, List.of(), Map.of());
        var closed = received(word, List.of(COLLEAGUE.id()), Map.of("秘.txt", word.getBytes(StandardCharsets.UTF_8)));
        assertThat(ids(find(OFFICER, RecordQuery.of(word)))).containsExactly(closed, open);
        assertThat(ids(find(COLLEAGUE, RecordQuery.of(word)))).containsExactly(closed, open);
        assertThat(ids(find(STRANGER, RecordQuery.of(word)))).isEmpty();
        assertThat(ids(find(MANAGER, RecordQuery.of(word)))).containsExactly(open);
    }

    @Test
    @DisplayName("期間、状態、担当の名、ファイル、区分を合わせて探せる。続きは前の終わりから")
    void everythingThatIsKnownNarrows() throws Exception {
        var word = word();
        var first = received(word, List.of(), Map.of());
        var second = received(word, List.of(), Map.of());
        var third = received(word, List.of(), Map.of());
        office.asOwner("UPDATE yakuba.doc_life SET staff_id = ?, staff_name = '検索　太郎', state = 'DISTRIBUTED' WHERE record_id = ?",
                UUID.randomUUID(), second);
        var today = clock.today();
        assertThat(ids(find(OFFICER, new RecordQuery(word, "IN", "general", RecordState.DISTRIBUTED, today, today, "検索 太", null))))
                .containsExactly(second);
        assertThat(ids(find(OFFICER, new RecordQuery(word, "OUT", null, null, null, null, null, null)))).isEmpty();
        assertThat(ids(find(OFFICER, new RecordQuery(word, null, null, null, null, today.minusDays(1), null, null)))).isEmpty();
        assertThat(ids(find(OFFICER, new RecordQuery(word, null, null, null, null, null, OFFICER.name(), null))))
                .containsExactly(third, second, first);
        var part = office.as(OFFICER, () -> desk.find(RecordQuery.of(word), null, 2));
        assertThat(ids(part)).containsExactly(third, second);
        var rest = office.as(OFFICER, () -> desk.find(RecordQuery.of(word), part.behind(), 2));
        assertThat(ids(rest)).containsExactly(first);
        assertThat(rest.behind()).isNull();
        refused(DocumentProblem.SEARCH_EMPTY, () -> find(OFFICER, RecordQuery.of(" ")));
        refused(DocumentProblem.DAYS_TURNED,
                () -> find(OFFICER, new RecordQuery(null, null, null, null, today, today.minusDays(1), null, null)));
    }

    /** One test and no table of them: inside of the container each row of a table is tried once for every row. */
    @Test
    @DisplayName("言葉を含む文書が多くても少なくても、まず新しいものを何件見ても、同じものが新しい順に、続きも抜けなく見つかる")
    void whateverIsLookedThroughFirst() throws Exception {
        var word = word();
        var all = new ArrayList<UUID>();
        for (int one = 0; one < 5; one++) {
            all.add(0, entered(word, one == 3 ? List.of(COLLEAGUE.id()) : List.of(), Map.of()));
        }
        all.add(entered("別の件", List.of(), Map.of()));
        for (var each : all) {
            office.awaitIndex(each);
        }
        for (var look : List.of(new Sought.Look(100, 100, 0), new Sought.Look(3, 100, 0), new Sought.Look(3, 4, 0),
                new Sought.Look(3, 9, 100_000), new Sought.Look(1, 100, 0), new Sought.Look(0, 0, 0))) {
            assertThat(looked(word, MANAGER, null, 3, look)).as("%s", look).containsExactly(all.get(0), all.get(2), all.get(3));
            assertThat(looked(word, MANAGER, all.get(2), 3, look)).as("%s", look).containsExactly(all.get(3), all.get(4));
            assertThat(looked(word, MANAGER, null, 20, look)).as("%s", look).containsExactly(all.get(0), all.get(2), all.get(3), all.get(4));
            assertThat(looked(word, COLLEAGUE, null, 2, look)).as("%s", look).containsExactly(all.get(0), all.get(1));
        }
    }

    private List<UUID> looked(String word, Actor who, UUID behind, int size, Sought.Look look) {
        var reader = new Reader(who.id(), List.of("general"), who == MANAGER);
        var sought = Sought.of(RecordQuery.of(word), Question.of(word), reader, behind, size, look);
        var asked = entities.createNativeQuery(sought.sql(), Object[].class);
        sought.values().forEach(asked::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = asked.getResultList();
        return rows.stream().map(row -> (UUID) row[0]).toList();
    }

    @Test
    @DisplayName("ファイルの名と番号の一部で、その中の文書が見つかる")
    void byTheFileItLiesIn() throws Exception {
        var word = word();
        var dossier = office.open(FiscalYear.of(clock.today()).year(), RetentionClass.Y1, null);
        var code = office.get(dossier).facts().code();
        var filed = received(word, List.of(), Map.of());
        received(word, List.of(), Map.of());
        office.as(MANAGER, () -> {
            records.file(filed, records.get(filed).version(), dossier);
            return null;
        });
        assertThat(ids(find(OFFICER, new RecordQuery(word, null, null, null, null, null, null, code)))).containsExactly(filed);
    }

    @Test
    @DisplayName("支援措置の住所では、題名にあっても本文にあっても見つからず、抜粋にも出ない。そのまわりの言葉では見つかる")
    void protectedAddressesAreNotTold() throws Exception {
        var place = office.ask("SELECT a.place " + SHIELDED.replace("res_", "yakuba.res_"));
        var lot = office.ask("SELECT a.lot " + SHIELDED.replace("res_", "yakuba.res_"));
        var word = word();
        var inText = received("申立て", List.of(), Map.of("申立て.txt", (word + "の妻は" + place + lot + "にいる").getBytes(
                StandardCharsets.UTF_8)));
        var inTitle = received(word + "（" + place + lot + "）", List.of(), Map.of());
        for (var oracle : List.of(place + lot, lot, word + " " + lot, word + " " + place + lot.replace("番地", "-"), lot.replaceAll("番地.*", "番地"))) {
            assertThat(ids(find(OFFICER, RecordQuery.of(oracle + " " + word)))).as(oracle).isEmpty();
        }
        var found = find(OFFICER, RecordQuery.of(word)).records();
        assertThat(found).extracting(one -> one.line().id()).containsExactly(inTitle, inText);
        assertThat(found.get(0).line().title()).isEqualTo(word + "（＊＊＊）");
        assertThat(found.get(1).excerpts().get(0).pieces().stream().map(FoundRecord.Piece::text).collect(Collectors.joining()))
                .isEqualTo(word + "の妻は＊＊＊にいる");
    }

    @Test
    @DisplayName("見つかった文書の閲覧は監査に残る")
    void eachAnswerStandsInTheAuditLog() throws Exception {
        find(OFFICER, RecordQuery.of(word()));
        assertThat(office.ask("SELECT count(*)::text FROM yakuba.aud_entry WHERE deed = 'document.register' AND reason = 'search'"
                + " AND actor_id = ?", OFFICER.id())).isNotEqualTo("0");
    }

    @Test
    @DisplayName("保存した検索は本人だけのもので、名は一度だけ、古い版では変えられず、消せる")
    void savedSearches() throws Exception {
        var name = word();
        var query = new RecordQuery("除雪", "IN", null, RecordState.COMPLETED, clock.today(), null, null, null);
        var id = office.as(OFFICER, () -> desk.save(SaveSearch.asNew(" " + name + " ", query)));
        assertThat(office.as(OFFICER, () -> desk.getSaved(id))).satisfies(saved -> {
            assertThat(saved.name()).isEqualTo(name);
            assertThat(saved.query()).isEqualTo(query);
        });
        refused(DocumentProblem.NO_SUCH_SEARCH, () -> office.as(COLLEAGUE, () -> desk.getSaved(id)));
        refused(DocumentProblem.NO_SUCH_SEARCH, () -> remove(COLLEAGUE, id, 0));
        refused(DocumentProblem.SEARCH_NAME_TAKEN, () -> office.as(OFFICER, () -> desk.save(SaveSearch.asNew(name, query))));
        refused(DocumentProblem.SEARCH_NAME_MISSING, () -> office.as(OFFICER, () -> desk.save(SaveSearch.asNew(" ", query))));
        refused(DocumentProblem.SEARCH_EMPTY, () -> office.as(OFFICER, () -> desk.save(SaveSearch.asNew(word(), RecordQuery.of("")))));
        refused(DocumentProblem.TEXT_TOO_LONG, () -> office.as(OFFICER, () -> desk.save(SaveSearch.asNew("長".repeat(61), query))));
        office.as(COLLEAGUE, () -> desk.save(SaveSearch.asNew(name, query)));
        office.as(OFFICER, () -> desk.save(new SaveSearch(id, 0, name, RecordQuery.of("道路"))));
        refused(DocumentProblem.CHANGED_MEANWHILE, () -> office.as(OFFICER, () -> desk.save(new SaveSearch(id, 0, name, query))));
        refused(DocumentProblem.CHANGED_MEANWHILE, () -> remove(OFFICER, id, 0));
        remove(OFFICER, id, 1);
        assertThat(office.as(OFFICER, () -> desk.listSaved())).noneMatch(one -> one.id().equals(id));
    }

    @Test
    @DisplayName("同じ名で同時に保存しても、一つだけ残り、ほかは名があると言われる")
    void twoAtOnceUnderOneName() throws Exception {
        var name = word();
        var all = new ArrayList<Future<UUID>>();
        for (int one = 0; one < 8; one++) {
            all.add(threads.submit(() -> office.as(OFFICER, () -> desk.save(SaveSearch.asNew(name, RecordQuery.of("除雪"))))));
        }
        int kept = 0;
        for (var each : all) {
            try {
                each.get();
                kept++;
            } catch (ExecutionException refusal) {
                assertThat(refusal.getCause()).isInstanceOfSatisfying(RuleViolation.class,
                        one -> assertThat(one.problem()).isEqualTo(DocumentProblem.SEARCH_NAME_TAKEN));
            }
        }
        assertThat(kept).isOne();
        assertThat(office.as(OFFICER, () -> desk.listSaved())).filteredOn(one -> one.name().equals(name)).hasSize(1);
    }

    private Object remove(Actor who, UUID id, long version) throws Exception {
        return office.as(who, () -> {
            desk.remove(id, version);
            return null;
        });
    }

    private FoundRecords find(Actor who, RecordQuery query) throws Exception {
        return office.as(who, () -> desk.find(query, null, 20));
    }

    private static List<UUID> ids(FoundRecords found) {
        return found.records().stream().map(one -> one.line().id()).toList();
    }

    /** Enters a letter with the files and waits until it is found. */
    private UUID received(String title, List<UUID> readers, Map<String, byte[]> files) throws Exception {
        var id = entered(title, readers, files);
        office.awaitIndex(id);
        return id;
    }

    private UUID entered(String title, List<UUID> readers, Map<String, byte[]> files) throws Exception {
        return office.asOfficer(OFFICER, () -> {
            var staged = new ArrayList<UUID>();
            for (var file : files.entrySet()) {
                receipt.stage(new ByteArrayInputStream(file.getValue()), file.getKey()).files().forEach(one -> staged.add(one.id()));
            }
            return receipt.receive(new ReceiveLetter(UUID.randomUUID(), "general", LetterChannel.POST, title, "北海道 建設部", "建政第45号",
                    null, arrived(), null, null, null, Set.copyOf(readers), true), staged).id();
        });
    }

    private Instant arrived() {
        return clock.now().minusSeconds(1);
    }

    /** A word that stands in no other record: ten kanji by chance. */
    private static String word() {
        var word = new StringBuilder();
        for (var digit : UUID.randomUUID().toString().replace("-", "").substring(0, 10).toCharArray()) {
            word.append("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳".charAt(Character.digit(digit, 16)));
        }
        return word.toString();
    }

    private static void refused(DocumentProblem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
