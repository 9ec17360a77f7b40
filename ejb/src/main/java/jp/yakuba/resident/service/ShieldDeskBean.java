package jp.yakuba.resident.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.ShieldDesk;
import jp.yakuba.resident.model.AddressAnswers;
import jp.yakuba.resident.model.AddressVeil;
import jp.yakuba.resident.model.TownPlaces;
import jp.yakuba.resident.store.Reader;
import jp.yakuba.resident.store.ShieldStore;

/** Hides in words what the ledger shields, with one question to the database for all words of a page, and none for most. */
@Stateless
public class ShieldDeskBean implements ShieldDesk {
    private ShieldStore store;
    private KnownPlaces places;
    private Readers readers;
    private OfficeClock clock;

    protected ShieldDeskBean() {
        // for the container
    }

    @Inject
    public ShieldDeskBean(ShieldStore store, KnownPlaces places, Readers readers, OfficeClock clock) {
        this.store = store;
        this.places = places;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<String> hide(List<String> texts) {
        return hidden(texts, readers.present());
    }

    @Override
    @RolesAllowed(Role.DESK)
    public String hide(String text) {
        return hidden(Collections.singletonList(text), readers.present()).get(0);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Map<String, String> hideIn(Map<String, String> answers) {
        return hidden(answers, readers.present());
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Map<String, String> hideIn(Map<String, String> answers, UUID self) {
        return hidden(answers, self == null ? nobody() : readers.self(self));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<String> hideFromAll(List<String> texts) {
        return hidden(texts, nobody());
    }

    private List<String> hidden(List<String> texts, Reader reader) {
        var veil = veil(texts, reader);
        return texts.stream().map(veil::over).toList();
    }

    private Reader nobody() {
        return new Reader(Reader.NOBODY, Reader.NOBODY, clock.now());
    }

    private Map<String, String> hidden(Map<String, String> answers, Reader reader) {
        var whole = AddressAnswers.joined(answers);
        return AddressAnswers.hidden(answers, whole, veil(whole.values(), reader));
    }

    private AddressVeil veil(Collection<String> texts, Reader reader) {
        var given = texts.stream().filter(Objects::nonNull).toList();
        var known = places.now();
        return new AddressVeil(known, TownPlaces.canHoldAddress(given) ? store.closed(known.namedIn(given), reader) : List.of());
    }
}
