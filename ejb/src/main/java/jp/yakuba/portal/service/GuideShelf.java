package jp.yakuba.portal.service;

import static jp.yakuba.kernel.HouseJson.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.TownWords;

/** The guides that come with the town's files ({@code guides/*.json}, in the order of {@code index.txt}). */
@ApplicationScoped
public class GuideShelf {
    private static final String FOLDER = "/guides/";

    private List<Guide> guides;

    @Inject
    private OrganizationDesk organization;

    /** All guides, in the order in which they are offered. */
    public List<Guide> list() {
        return guides;
    }

    @PostConstruct
    void read() {
        guides = read(organization.townWords());
    }

    /** All guides in the words of the town. */
    static List<Guide> read(TownWords words) {
        return new String(bytes("index.txt"), StandardCharsets.UTF_8).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(code -> guide(code, words))
                .toList();
    }

    private static Guide guide(String code, TownWords words) {
        try (var reader = JSON.createReader(new StringReader(words.in(new String(bytes(code + ".json"), StandardCharsets.UTF_8))))) {
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
