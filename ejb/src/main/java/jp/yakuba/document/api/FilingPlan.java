package jp.yakuba.document.api;

import java.util.List;

/**
 * The filing plan (ファイル基準表) of a section for a fiscal year: files in regular use that were opened in earlier years stand
 * in it too.
 *
 * @param editable true if who asks may change it
 */
public record FilingPlan(
        String section, int fiscalYear, List<FileClassView> classes, List<DossierView> dossiers, boolean editable) {}
