package jp.yakuba.application.model;

import java.util.Map;
import jp.yakuba.application.model.form.Nations;

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

    /** Nationality as the code of {@link Nations}. */
    public String nationality() {
        return Nations.code(at("child.nationality"), at("child.nationalityName"));
    }

    private String at(String path) {
        return answers.getOrDefault(path, "");
    }
}
