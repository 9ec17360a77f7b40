package jp.yakuba.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.service.container.PublicationPage;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.service.container.PublicationXml;
import jp.yakuba.signature.service.SigningFixture;

/** Another office that publishes a list, and plays tricks when it is told to. For tests. */
public final class PublishingOffice implements PeerLine {
    private static final String HERE = "016373";
    private static final String STRANGER = "990027";

    private final List<PublishedItem> items = new ArrayList<>();
    private final List<PublicationState> states = new ArrayList<>();
    private final Map<String, Long> forgets = new HashMap<>();
    private final SigningFixture keys;
    private final PublicationXml xml;
    private final String name;
    private final String code;
    private int perPage = Integer.MAX_VALUE;
    private int pagesLeft = Integer.MAX_VALUE;
    private int asked;
    private boolean away;
    private String trick = "";

    /** An office with the code, whose key and that of {@code 990027} the fixture has; nothing is published yet. */
    public PublishingOffice(SigningFixture keys, PublicationXml xml, String name, String code) {
        this.keys = keys;
        this.xml = xml;
        this.name = name;
        this.code = code;
    }

    public void put(String key, String content) {
        change(key, content.getBytes(StandardCharsets.UTF_8));
    }

    public void remove(String key) {
        change(key, null);
    }

    /** Says that nothing may stay of what was told of the item before, and takes it back if {@code content} is null. */
    public void forget(String key, String content) {
        forgets.put(key, states.size() + 1L);
        change(key, content == null ? null : content.getBytes(StandardCharsets.UTF_8));
    }

    private void change(String key, byte[] content) {
        items.removeIf(item -> item.key().equals(key));
        states.add(new PublicationState(states.size() + 1, UUID.randomUUID().toString().replace("-", "")));
        items.add(new PublishedItem(key, states.size(), forgets.getOrDefault(key, 0L), content));
    }

    /** As it stood after so many changes with one item, from a copy of the disk; what comes then has other marks. */
    public void restoreTo(int count, String key, String content) {
        items.clear();
        var first = states.get(0);
        states.clear();
        states.add(first);
        items.add(new PublishedItem(key, count, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** How many items there are, withdrawn ones too. */
    public int size() {
        return items.size();
    }

    public void beAway(boolean is) {
        away = is;
    }

    /** Says so many items on a page, and after so many pages that it was asked too often. */
    public void tellSlowly(int items, int pages) {
        perPage = items;
        pagesLeft = pages;
    }

    /** How often it was asked. */
    public int asked() {
        return asked;
    }

    /** From now on: {@code signer}, {@code recipient}, {@code since}, {@code changed}, {@code html} or {@code xxe}; empty for none. */
    public void play(String which) {
        trick = which;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Reply ask(Request asked) throws PeerUnreachable {
        this.asked++;
        if (away) {
            throw new PeerUnreachable("away", null);
        }
        if (pagesLeft-- <= 0) {
            return reply(429, "application/problem+json", "{\"type\":\"urn:yakuba:problem:EXC-018\"}");
        }
        var since = PublicationState.of(asked.address().toString().replaceAll(".*since=", ""));
        if (since.serial() > 0 && !states.contains(since)) {
            return reply(409, "application/problem+json", "{\"type\":\"urn:yakuba:problem:EXC-081\"}");
        }
        if (trick.equals("html")) {
            return reply(200, "application/xml", "<html/>");
        }
        var signed = new String(xml.write(page(since), keys.handOf(trick.equals("signer") ? STRANGER : code)), StandardCharsets.UTF_8);
        if (trick.equals("changed")) {
            signed = signed.replaceFirst("<content>.", "<content>A");
        } else if (trick.equals("xxe")) {
            signed = signed.replaceFirst("<publication", "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><publication");
        }
        return reply(200, "application/xml", signed);
    }

    private PublicationPage page(PublicationState since) {
        var question = new PublicationPage.Question(name, code, trick.equals("recipient") ? STRANGER : HERE,
                trick.equals("since") ? PublicationState.BEGINNING : since);
        var changed = items.stream().filter(item -> item.serial() > since.serial()).toList();
        var told = changed.stream().limit(perPage).toList();
        int until = told.size() == changed.size() ? states.size() : (int) told.get(told.size() - 1).serial();
        return new PublicationPage(UUID.randomUUID(), question, until == 0 ? PublicationState.BEGINNING : states.get(until - 1), states.size(),
                Instant.now().minus(Duration.ofSeconds(1)), told);
    }

    private static Reply reply(int status, String type, String body) {
        return new Reply(status, type, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
