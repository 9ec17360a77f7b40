package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jp.yakuba.application.api.ProcedureView;

/**
 * Empty forms at hand as PDF: anybody may ask for one, so each is drawn once and then only handed out. What is printed on a
 * form is its key; when a word of it changes it is drawn anew.
 */
@ApplicationScoped
public class EmptyForms {
    private static final int MOST = 300;

    private final Map<Key, byte[]> drawn = new ConcurrentHashMap<>();

    /** The form; drawn by whoever asks first while others wait for it. */
    public byte[] get(Key key, Consumer<OutputStream> drawing) {
        if (drawn.size() >= MOST) {
            drawn.clear();
        }
        return drawn.computeIfAbsent(key, first -> {
            var paper = new ByteArrayOutputStream();
            drawing.accept(paper);
            return paper.toByteArray();
        });
    }

    /**
     * What stands on an empty form.
     *
     * @param version of the form, which was published and does not change
     * @param head the town's head, to whom it is addressed
     * @param office name and phone of the section
     */
    public record Key(ProcedureView procedure, int version, String language, String head, String office) {}
}
