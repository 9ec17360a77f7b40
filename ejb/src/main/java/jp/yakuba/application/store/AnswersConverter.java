package jp.yakuba.application.store;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.yakuba.application.model.Answers;

/** Answers as a JSON object of texts. */
@Converter(autoApply = true)
public class AnswersConverter implements AttributeConverter<Answers, String> {

    @Override
    public String convertToDatabaseColumn(Answers answers) {
        return answers == null ? null : json(answers.byPath());
    }

    @Override
    public Answers convertToEntityAttribute(String json) {
        if (json == null) {
            return null;
        }
        try (var reader = JSON.createReader(new StringReader(json))) {
            var byPath = new LinkedHashMap<String, String>();
            reader.readObject().forEach((path, value) -> byPath.put(path, ((JsonString) value).getString()));
            return new Answers(byPath);
        }
    }

    static String json(Map<String, String> answers) {
        var object = JSON.createObjectBuilder();
        answers.forEach(object::add);
        return object.build().toString();
    }
}
