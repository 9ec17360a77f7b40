package jp.yakuba.application.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.application.model.form.Groups;
import jp.yakuba.application.model.form.Nations;
import jp.yakuba.application.model.form.People;

/** A move into town (転入) as the answers of its form tell of it. */
public record MoveAnswers(Map<String, String> answers) {
    private static final String HEAD = "世帯主";

    /** A member of the moving household; nationality as the code of {@link Nations}. */
    public record Member(
            String name, String kana, String romanName, String birthDate, String sex, String relationship,
            String nationality, UUID accountId) {}

    public String moveDate() {
        return at("move.date");
    }

    public String postalCode() {
        return at("move.new.postal").replace("-", "");
    }

    public String townName() {
        return at("move.new.place");
    }

    public String lot() {
        return at("move.new.lot");
    }

    public String building() {
        return at("move.new.building");
    }

    /** The address before, in one line; for a move from abroad the country. */
    public String previousAddress() {
        if (at("move.from").equals("abroad")) {
            return at("move.previousCountry");
        }
        return Stream.of("place", "lot", "building")
                .map(part -> at("move.previous." + part))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The head of the household here that the family joins, as they wrote the name; empty for a new household. */
    public String joinsHead() {
        return at("move.joins").equals("yes") ? at("move.joinsHead") : "";
    }

    /** The members, head of household first; the account is that of the member who applies, or null. */
    public List<Member> members(UUID accountId) {
        var applicant = People.picked(answers.get("applicant.member"));
        var all = IntStream.range(0, Groups.entries(answers, People.GROUP))
                .mapToObj(index -> member(index, applicant.contains(index) ? accountId : null))
                .toList();
        return Stream.concat(
                        all.stream().filter(member -> member.relationship().equals(HEAD)),
                        all.stream().filter(member -> !member.relationship().equals(HEAD)))
                .toList();
    }

    private Member member(int index, UUID accountId) {
        var path = People.GROUP + "." + index + ".";
        return new Member(
                at(path + "name"), at(path + "kana"), at(path + "roman"), at(path + "birthDate"), at(path + "sex"),
                at(path + "relationship"), Nations.code(at(path + "nationality"), at(path + "nationalityName")), accountId);
    }

    private String at(String path) {
        return answers.getOrDefault(path, "");
    }
}
