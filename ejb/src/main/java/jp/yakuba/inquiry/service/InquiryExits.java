package jp.yakuba.inquiry.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.DraftState;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * What may leave the domain, to a screen, into a file or to another office: nothing of a record that the reader may not open, and no address of
 * a protected person (支援措置).
 */
@Stateless
@RunAs(Role.DESK)
public class InquiryExits {
    @Inject
    private DocumentDesk records;

    @Inject
    private ShieldDesk shield;

    /** Refuses whoever may not read the record; the refusal stands in the audit log. */
    @RolesAllowed(Role.STAFF)
    public void requireReadable(UUID recordId) {
        records.requireReadable(recordId);
    }

    /** Those of the records that whoever acts may read. */
    @RolesAllowed(Role.STAFF)
    public Set<UUID> readable(Collection<UUID> recordIds) {
        return records.listReadable(recordIds);
    }

    /** Where drafts stand; no look at them, and open to those who may not read them. */
    @RolesAllowed(Role.STAFF)
    public Map<UUID, DraftState> draftStates(Stream<UUID> draftIds) {
        return new HashMap<>(records.listDraftStates(draftIds.filter(Objects::nonNull).distinct().toList())); // asked for null too, where no draft is
    }

    /** Gives each of the texts as whoever acts may read it. */
    @RolesAllowed(Role.STAFF)
    public UnaryOperator<String> hider(Stream<String> texts) {
        var asked = texts.filter(Objects::nonNull).distinct().toList();
        var rows = asked.stream().map(InquiryExits::joined).toList();
        var hidden = shield.hide(asked);
        var hiddenRows = shield.hide(rows);
        var found = new HashMap<String, String>();
        for (int place = 0; place < asked.size(); place++) {
            boolean across = !hiddenRows.get(place).equals(rows.get(place)); // an address may be spread over the cells of a row
            found.put(asked.get(place), across && hidden.get(place).equals(asked.get(place)) ? veiled(asked.get(place)) : hidden.get(place));
        }
        return text -> text == null ? null : found.getOrDefault(text, ShieldDesk.HIDDEN);
    }

    private static String joined(String row) {
        return row.replace(Given.CELL, "");
    }

    private static String veiled(String row) {
        return String.join(Given.CELL, Stream.of(row.split(Given.CELL, -1)).map(cell -> ShieldDesk.HIDDEN).toList());
    }

    /** Refuses texts for another office in which a protected address stands, or the mark that hides one. */
    @RolesAllowed(Role.STAFF)
    public void requireTellable(Stream<String> texts) {
        var told = texts.filter(Objects::nonNull).flatMap(text -> Stream.of(text, joined(text))).distinct().toList();
        requireWhole(told.stream());
        if (!shield.hideFromAll(told).equals(told)) {
            throw new RuleViolation(InquiryProblem.ADDRESS_PROTECTED);
        }
    }

    /** Refuses texts with the mark that hides an address: saved, it would take the address's place. */
    @RolesAllowed(Role.STAFF)
    public void requireWhole(Stream<String> texts) {
        if (texts.anyMatch(text -> text != null && text.contains(ShieldDesk.HIDDEN))) {
            throw new RuleViolation(InquiryProblem.ADDRESS_PROTECTED);
        }
    }

    /** All texts of answers. */
    static Stream<String> textsOf(List<Given> given) {
        return given.stream().flatMap(one -> one.values().stream());
    }
}
