package jp.yakuba.application.api;

import java.util.List;

/** One topic, one page: sections with the same id in several forms of a bundle become one page. */
public record FormSection(String id, Text title, Text intro, List<FormField> fields) {
    public FormSection {
        fields = List.copyOf(fields);
    }
}
