package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import jp.yakuba.outside.EarlierSystem;

/** Some documents of an earlier system in the import folder of an office, one of which is not as its list says. */
final class EarlierPapers {
    private static final int DOCUMENTS = 4;
    private static final String FILE = " from yakuba.doc_dossier where section = 'general' and retention = 'Y3' order by id limit 1";

    private EarlierPapers() {}

    /** Lays them down and has them checked on the page; the id of the import, which has come to its end. */
    static String checked(Visitor manager, OpenOffice office) {
        var folder = office.running().settings().home().resolve("import/旧文書管理");
        try {
            EarlierSystem.handOver(folder, DOCUMENTS, new EarlierSystem.Place("general", Integer.parseInt(office.ask("select fiscal_year" + FILE)),
                    office.ask("select class_code || '-' || lpad(number::text, 3, '0')" + FILE), "3年"));
            Files.writeString(folder.resolve("000/000002.txt"), "あとから書き足した行");
            Files.createDirectories(folder.resolveSibling("目録なし"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        manager.goToOffice("/office/imports");
        manager.page().selectOption("#source", "旧文書管理");
        manager.page().fill("#origin", "旧文書管理システム");
        manager.page().waitForNavigation(() -> manager.page().locator("button[name=y_check]").click());
        manager.page().waitForSelector("#progress[data-state=DONE]");
        return manager.id();
    }
}
