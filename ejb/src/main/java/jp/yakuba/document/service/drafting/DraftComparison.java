package jp.yakuba.document.service.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.document.api.DraftDifference;
import jp.yakuba.document.api.DraftDifference.Field;
import jp.yakuba.document.api.DraftDifference.Kind;
import jp.yakuba.document.api.DraftDifference.Part;
import jp.yakuba.document.api.DraftFacts;
import jp.yakuba.document.model.drafting.DraftFile;
import jp.yakuba.document.model.drafting.DraftVersion;
import jp.yakuba.document.model.drafting.WordDifference;
import jp.yakuba.document.store.filing.FilingPlanStore;

/** Finds how two versions of a draft differ: texts word by word, everything else as a whole. */
@ApplicationScoped
public class DraftComparison {
    @Inject
    private FilingPlanStore plan;

    /** Fields that differ, in the order of the sheet. */
    List<Field> of(DraftVersion.Words before, DraftVersion.Words after) {
        var fields = new ArrayList<Field>();
        texts(fields, "title", before.title(), after.title());
        texts(fields, "ask", before.ask(), after.ask());
        texts(fields, "text", before.text().plain(), after.text().plain());
        facts(fields, before.facts(), after.facts());
        texts(fields, "files", names(before), names(after));
        return fields;
    }

    private static void texts(List<Field> fields, String name, String before, String after) {
        if (!before.equals(after)) {
            fields.add(new Field(name, WordDifference.between(before, after)));
        }
    }

    private void facts(List<Field> fields, DraftFacts before, DraftFacts after) {
        fact(fields, "matter", before.matter(), after.matter());
        fact(fields, "amount", yen(before), yen(after));
        fact(fields, "dossier", dossier(before.dossierId()), dossier(after.dossierId()));
        fact(fields, "retention", before.retention(), after.retention());
        fact(fields, "disclosure", before.disclosure(), after.disclosure());
        fact(fields, "clause", before.clause(), after.clause());
        fact(fields, "closedUntil", before.closedUntil(), after.closedUntil());
        fact(fields, "dispatch", before.dispatch(), after.dispatch());
        fact(fields, "seal", before.seal(), after.seal());
    }

    private static void fact(List<Field> fields, String name, Object before, Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        var parts = new ArrayList<Part>();
        if (before != null) {
            parts.add(new Part(Kind.REMOVED, before.toString()));
        }
        if (after != null) {
            parts.add(new Part(Kind.ADDED, after.toString()));
        }
        fields.add(new Field(name, parts));
    }

    private static Long yen(DraftFacts facts) {
        return facts.amount() == 0 ? null : facts.amount();
    }

    private String dossier(UUID id) {
        return id == null ? null : plan.find(id).map(one -> one.facts().code() + "　" + one.facts().title()).orElse(null);
    }

    private static String names(DraftVersion.Words version) {
        return String.join("\n", version.files().stream().map(DraftFile::name).toList());
    }
}
