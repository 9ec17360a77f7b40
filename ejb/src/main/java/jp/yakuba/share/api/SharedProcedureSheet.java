package jp.yakuba.share.api;

import java.util.List;
import jp.yakuba.exchange.api.CopyView;

/**
 * A procedure of another office, with all that its author needs to decide.
 *
 * @param copy how old the copy of that office's list is; null if nothing is agreed with it any more
 * @param sha256 digest of what is shown; who takes it over says which one was seen
 * @param facts what the catalogue there tells, member by member
 * @param sections the form; empty if there is none
 * @param taken how it was taken over; null if it was not from there
 * @param differences what is otherwise than in what was taken over
 * @param known true if this town's catalogue has a procedure with the code today
 * @param working true if somebody is writing its form here
 */
public record SharedProcedureSheet(
        String peer, String office, CopyView copy, String code, String name, long serial, String sha256, List<Member> facts, List<Section> sections,
        TakenProcedureLine taken, List<Difference> differences, boolean known, boolean working) {
    /** One thing the catalogue tells. */
    public record Member(String member, String value) {}

    /** A page of the form. */
    public record Section(String title, List<Question> questions) {
        public Section {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question.
     *
     * @param type as files name it
     */
    public record Question(String label, String type, boolean required) {}

    public SharedProcedureSheet {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        differences = List.copyOf(differences);
    }
}
