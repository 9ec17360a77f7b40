package jp.yakuba.application.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The counter's own sheet (窓口入力): a clerk asks the questions of the same forms on behalf of somebody without an
 * account. Nothing is kept until {@link ExaminationDesk#enterAtCounter} takes the whole.
 */
@Local
public interface CounterDesk {
    /** The questions of the procedures, each fact once, as the answers so far make them appear. */
    List<FormPage> pages(List<String> procedures, Map<String, String> answers);

    /** What is wrong with the answers, page by page. */
    List<FieldProblem> check(List<String> procedures, Map<String, String> answers);

    /** Puts somebody of the ledger onto the sheet; refused unless the clerk found the person just now in a search with a reason. */
    CounterPerson pick(UUID personId);

    /** Whom the clerk put onto the sheet with that key, while that holds. */
    CounterPerson getPicked(UUID pickId, String onceKey);

    /** The answers with one empty entry more in a repeated group. */
    Map<String, String> withEntry(List<String> procedures, Map<String, String> answers, String groupPath);

    /** The answers without one entry of a repeated group; later ones move up. */
    Map<String, String> withoutEntry(Map<String, String> answers, String groupPath, int index);
}
