package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** Longer texts of the bundles: the paragraphs {@code key.1}, {@code key.2} … as far as they go. */
@Named
@RequestScoped
public class Prose {
    @Inject
    private Messages messages;

    /** The paragraphs under the key. */
    public List<String> of(String key) {
        var paragraphs = new ArrayList<String>();
        for (int i = 1; messages.has(key + "." + i); i++) {
            paragraphs.add(messages.get(key + "." + i));
        }
        return paragraphs;
    }
}
