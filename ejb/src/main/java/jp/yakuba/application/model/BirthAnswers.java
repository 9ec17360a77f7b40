package jp.yakuba.application.model;

import java.util.Map;

/** A birth (出生) as the answers of its form tell of it. */
public record BirthAnswers(Map<String, String> answers) {
    public String name() {
        return at("child.name");
    }

    public String kana() {
        return at("child.kana");
    }

    public String birthDate() {
        return at("child.birthDate");
    }

    public String sex() {
        return at("child.sex");
    }

    /** Nationality as an ISO code, {@link Nations#UNSPECIFIED} where the form names none. */
    public String nationality() {
        return Nations.code(at("child.nationality"));
    }

    private String at(String path) {
        return answers.getOrDefault(path, "");
    }
}
