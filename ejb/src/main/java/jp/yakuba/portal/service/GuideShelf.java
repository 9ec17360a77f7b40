package jp.yakuba.portal.service;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The guides that come with the town's files ({@code guides/*.json}, in the order of {@code index.txt}). */
@ApplicationScoped
public class GuideShelf {
    private static final String FOLDER = "/guides/";

    private final List<Guide> guides = read();

    /** All guides, in the order in which they are offered. */
    public List<Guide> list() {
        return guides;
    }

    private static List<Guide> read() {
        return new String(bytes("index.txt"), StandardCharsets.UTF_8).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(GuideShelf::guide)
                .toList();
    }

    private static Guide guide(String code) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(bytes(code + ".json")))) {
            return GuideJson.read(reader.readObject());
        }
    }

    private static byte[] bytes(String name) {
        try (var in = GuideShelf.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
