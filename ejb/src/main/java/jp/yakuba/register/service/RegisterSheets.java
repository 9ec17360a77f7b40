package jp.yakuba.register.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.register.api.EntryChange;
import jp.yakuba.register.api.EntryLine;
import jp.yakuba.register.api.EntrySheet;
import jp.yakuba.register.api.EntryState;
import jp.yakuba.register.model.Differences;
import jp.yakuba.register.model.Entry;
import jp.yakuba.register.model.EntryContent;
import jp.yakuba.register.model.PastState;
import jp.yakuba.register.store.RegisterStore;
import jp.yakuba.resident.api.ShieldDesk;

/** Lays out entries for whoever may look at them. */
@ApplicationScoped
public class RegisterSheets {
    private static final int MOST_CHANGES = 100;

    @Inject
    private RegisterStore store;

    @Inject
    private PublicationDesk publications;

    @Inject
    private ShieldDesk shield;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The entries as lines of a list; protected addresses are hidden from whoever may not read them. */
    List<EntryLine> lines(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var names = names();
        var read = shield.hide(entries.stream().map(one -> one.content().name()).toList()).iterator();
        return entries.stream().map(one -> line(one, read.next(), names)).toList();
    }

    private Map<String, String> names() {
        var names = new HashMap<>(publications.listOffices());
        names.put(organization.town().code(), organization.town().name());
        return names;
    }

    private EntryLine line(Entry entry, String name, Map<String, String> names) {
        var content = entry.content();
        return new EntryLine(content.register(), entry.office(), names.getOrDefault(entry.office(), entry.office()), content.number(), name,
                entry.isWithdrawn() ? EntryState.WITHDRAWN : content.stateOn(clock.today()), content.validUntil());
    }

    /** The entry with its latest changes; protected addresses are hidden from whoever may not read them, in what stands and in what stood. */
    EntrySheet sheet(Entry entry, boolean keeping) {
        var states = store.listStates(entry.content().register(), entry.office(), entry.content().number(), MOST_CHANGES + 1);
        var read = shield.hide(words(entry, states)).iterator();
        var content = entry.content().withWords(read);
        var changes = changes(states, read);
        boolean more = changes.size() > MOST_CHANGES;
        var names = names();
        var copy = publications.listCopies(content.register().publication()).stream().filter(one -> one.peer().equals(entry.office())).findFirst().orElse(null);
        return new EntrySheet(line(entry, content.name(), names), content.kana(), content.corporateNumber(), content.seat(), content.categories(),
                content.validFrom(), content.town(), content.town() == null ? null : names.getOrDefault(content.town(), content.town()), content.suspensions(),
                entry.own(), keeping, entry.withheld(), entry.version(), copy, more ? changes.subList(0, MOST_CHANGES) : changes, more);
    }

    /** All words of the sheet, for one question to the shield. */
    private static List<String> words(Entry entry, List<PastState> states) {
        var words = new ArrayList<>(entry.content().words());
        for (var state : states) {
            if (state.content() != null) {
                words.addAll(state.content().words());
            }
            words.add(state.reason() == null ? "" : state.reason());
        }
        return words;
    }

    /** What changed from state to state, with words as they may be read. */
    private static List<EntryChange> changes(List<PastState> states, Iterator<String> read) {
        var changes = new ArrayList<EntryChange>();
        EntryContent before = null;
        for (var state : states) {
            var content = state.content() == null ? null : state.content().withWords(read);
            var reason = read.next();
            var differences = before == null || content == null ? List.<EntryChange.Difference>of() : Differences.between(before, content);
            changes.add(new EntryChange(state.at(), state.who(), state.deed(), reason.isEmpty() ? null : reason, differences));
            before = content == null ? before : content;
        }
        Collections.reverse(changes);
        return changes;
    }
}
