package jp.yakuba.document;

import static jp.yakuba.document.DisposalFixture.MANAGER;
import static jp.yakuba.document.DisposalFixture.OFFICER;
import static jp.yakuba.document.DisposalFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.ImportDesk;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.document.api.ImportSheet;
import jp.yakuba.document.api.ImportSource;
import jp.yakuba.document.api.ImportState;
import jp.yakuba.document.api.IntegrityDesk;
import jp.yakuba.document.api.IntegrityKind;
import jp.yakuba.document.api.OrderImport;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.kernel.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("移行文書の取込(コンテナ内)")
class ImportIT {
    private static final int SOUND = 6;

    @Inject
    private DisposalFixture office;

    @Inject
    private ImportDesk desk;

    @Inject
    private FilingDesk filing;

    @Inject
    private RecordDesk records;

    @Inject
    private IntegrityDesk integrity;

    private final String origin = "旧システム " + UUID.randomUUID();

    @Test
    @DisplayName("検査だけでは何も入らず、取込は誤りの行だけを残し、番号も履歴も前のシステムのもの。二度目は何も増えない")
    void soundLinesBecomeRecordsOnce() throws Exception {
        var person = office.ask("SELECT number FROM yakuba.res_person ORDER BY id LIMIT 1");
        var folder = soundAndFaulty(person).list();
        var counters = office.ask("SELECT md5(string_agg(c::text, '|' ORDER BY c::text)) FROM yakuba.doc_counter c");

        var looked = run(folder, true);
        assertThat(List.of(looked.taken(), looked.there(), looked.faulty())).containsExactly(SOUND, 0, 8);
        assertThat(count()).as("a look takes nothing").isZero();

        var taken = run(folder, false);
        assertThat(List.of(taken.total(), taken.done(), taken.taken(), taken.there(), taken.faulty())).containsExactly(14, 14, SOUND, 0, 8);
        assertThat(faults(taken)).isEqualTo(faults(looked)).contains("9 パス no-such-file ない.txt", "10 SHA-256 hash-differs ちがう.txt",
                "11 課コード no-such-section nowhere", "13 保存期間 retention-differs 30年", "14 番号 number-twice 旧第1号", "15 閲覧者 no-such-staff 999999");
        assertThat(faults(taken)).anyMatch(fault -> fault.startsWith("8 パス DOC-003")).anyMatch(fault -> fault.startsWith("12 ファイル no-such-dossier"));
        assertThat(office.ask("SELECT md5(string_agg(c::text, '|' ORDER BY c::text)) FROM yakuba.doc_counter c"))
                .as("no number of the office is touched").isEqualTo(counters);
        theRecordIsWhatItWas();
        theConfidentialOneIsThereForItsReadersAlone();
        assertThat(office.ask("""
                SELECT count(*) FROM yakuba.aud_entry a JOIN yakuba.res_person p ON p.id = a.person_id
                JOIN yakuba.doc_record r ON r.id::text = a.object_id WHERE p.number = ? AND a.deed = 'document.import' AND r.number = '旧第6号'
                """, person)).isEqualTo("1");

        var again = run(folder, false);
        assertThat(List.of(again.taken(), again.there(), again.faulty())).containsExactly(0, SOUND, 8);
        folder.change("前の件名 旧第2号", "別の件名");
        assertThat(faults(run(folder, false))).contains("3 番号 number-taken 旧第2号");
        assertThat(count()).isEqualTo(SOUND);
        assertThat(office.as(MANAGER, () -> integrity.check(IntegrityKind.NUMBERS, "IMPORTED  2020")).broken()).isNull();
    }

    private EarlierFolder soundAndFaulty(String person) throws Exception {
        var file = office.open(2021, RetentionClass.Y5, null);
        var code = office.as(MANAGER, () -> filing.get(file).facts().code());
        var folder = new EarlierFolder("it-" + UUID.randomUUID(), "2021," + code + ",5年");
        folder.line("旧第1号", "収受", "", "").line("旧第2号", "発送", "", "").line("旧第3号", "起案", "", "").line("旧第1号", "発送", "", "")
                .line("旧第5号", "収受", "1005;1003", "").line("旧第6号", "収受", "", person);
        var sound = folder.file("a.txt", "よい本文");
        return folder.line("旧第7号", "収受", "general", folder.dossier(), "", "", folder.file("program.exe", "MZ\u0090\u0000"))
                .line("旧第8号", "収受", "general", folder.dossier(), "", "", "ない.txt," + "0".repeat(64))
                .line("旧第9号", "収受", "general", folder.dossier(), "", "", folder.file("ちがう.txt", "本文").replaceAll(",.*", "," + "1".repeat(64)))
                .line("旧第10号", "収受", "nowhere", folder.dossier(), "", "", sound)
                .line("旧第11号", "収受", "general", "2021,Z-09-09-001,5年", "", "", sound)
                .line("旧第12号", "収受", "general", "2021," + code + ",30年", "", "", sound)
                .line("旧第1号", "収受", "general", folder.dossier(), "", "", sound)
                .line("旧第13号", "収受", "general", folder.dossier(), "999999", "", sound);
    }

    private void theRecordIsWhatItWas() throws Exception {
        var id = UUID.fromString(office.ask("""
                SELECT r.id FROM yakuba.doc_record r JOIN yakuba.doc_import_record i ON i.record_id = r.id JOIN yakuba.doc_import j ON j.id = i.import_id
                WHERE j.origin = ? AND r.number = '旧第2号'
                """, origin));
        var sheet = office.as(MANAGER, () -> records.get(id));
        assertThat(sheet.line().number()).isEqualTo("旧第2号");
        assertThat(sheet.line().state()).isEqualTo(RecordState.COMPLETED);
        assertThat(office.ask("SELECT completed_on FROM yakuba.doc_life WHERE record_id = ?", id)).isEqualTo("2021-06-01");
        var history = sheet.history();
        assertThat(history).hasSize(1);
        assertThat(history.get(0).kind()).isEqualTo(RecordEventKind.IMPORTED);
        assertThat(history.get(0).actorName()).isEqualTo(MANAGER.name());
        assertThat(history.get(0).facts()).containsEntry("origin", origin).containsEntry("line", "3");
        assertThat(sheet.broken()).isNull();
        assertThat(sheet.dossier().facts().retention()).isEqualTo(RetentionClass.Y5);
    }

    private void theConfidentialOneIsThereForItsReadersAlone() throws Exception {
        var id = UUID.fromString(office.ask("SELECT i.record_id FROM yakuba.doc_import_record i JOIN yakuba.doc_record r ON r.id = i.record_id"
                + " JOIN yakuba.doc_import j ON j.id = i.import_id WHERE j.origin = ? AND r.number = '旧第5号'", origin));
        assertThat(office.as(OFFICER, () -> records.get(id)).line().number()).isEqualTo("旧第5号");
        assertThatThrownBy(() -> office.as(MANAGER, () -> records.get(id))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> office.asOfficer(STRANGER, () -> records.get(id))).isInstanceOf(RuleViolation.class);
    }

    @Test
    @DisplayName("目録が途中で変わったら止まり、止めた取込は続きから進み、ほかの役割の人は何もできない")
    void stoppedItGoesOnAndAnotherListBreaksIt() throws Exception {
        var file = office.open(2021, RetentionClass.Y3, null);
        var code = office.as(MANAGER, () -> filing.get(file).facts().code());
        var folder = new EarlierFolder("it-" + UUID.randomUUID(), "2021," + code + ",3年").line("止第1号", "収受", "", "").list();
        assertThat(office.as(MANAGER, () -> desk.listSources())).contains(new ImportSource(folder.name(), false, true));
        assertThatThrownBy(() -> office.as(OFFICER, () -> desk.order(new OrderImport(folder.name(), origin, false))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> office.as(MANAGER, () -> desk.order(new OrderImport("../server", origin, false))))
                .isInstanceOfSatisfying(RuleViolation.class, no -> assertThat(no.problem()).isEqualTo(DocumentProblem.NO_SUCH_SOURCE));

        var id = UUID.randomUUID();
        office.asOwner("""
                INSERT INTO yakuba.doc_import (id, origin, source, only_check, state, manifest_sha256, total, ordered_by, ordered_name, ordered_at)
                VALUES (?, ?, ?, false, 'STOPPED', ?, 1, ?, 'x', now())
                """, id, origin, folder.name(), "0".repeat(64), MANAGER.id());
        office.as(MANAGER, () -> {
            desk.goOn(id);
            return null;
        });
        assertThat(end(id)).extracting(ImportSheet::state, ImportSheet::problem).containsExactly(ImportState.BROKEN, "manifest-changed");
        assertThat(count()).isZero();
        office.asOwner("UPDATE yakuba.doc_import SET manifest_sha256 = NULL WHERE id = ?", id);
        office.as(MANAGER, () -> {
            desk.goOn(id);
            return null;
        });
        assertThat(end(id).taken()).isEqualTo(1);
        assertThatThrownBy(() -> office.as(MANAGER, () -> {
            desk.stop(id);
            return null;
        })).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> office.asOwner("UPDATE yakuba.doc_import_record SET line = 9 WHERE import_id = ?", id))
                .hasMessageContaining("kept as it was written");
    }

    private ImportSheet run(EarlierFolder folder, boolean onlyCheck) throws Exception {
        var id = office.as(MANAGER, () -> desk.order(new OrderImport(folder.name(), origin, onlyCheck)));
        var sheet = end(id);
        assertThat(sheet.state()).as(sheet.problem()).isEqualTo(ImportState.DONE);
        return sheet;
    }

    /** Waits until nothing more comes of it by itself. */
    private ImportSheet end(UUID id) throws Exception {
        for (int look = 0; look < 300; look++) {
            var sheet = office.as(MANAGER, () -> desk.get(id));
            if (!sheet.state().isOpen()) {
                return sheet;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("The import does not come to its end");
    }

    private List<String> faults(ImportSheet sheet) throws Exception {
        return office.as(MANAGER, () -> desk.listFaults(sheet.id(), null, 100)).stream().map(ImportIT::words).toList();
    }

    private static String words(ImportFaultLine fault) {
        return fault.line() + " " + fault.column() + " " + fault.reason() + (fault.value() == null ? "" : " " + fault.value());
    }

    private int count() throws Exception {
        return Integer.parseInt(office.ask("SELECT count(*) FROM yakuba.doc_import_record r JOIN yakuba.doc_import i ON i.id = r.import_id"
                + " WHERE i.origin = ?", origin));
    }
}
