package jp.yakuba.application.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.kernel.Role;
import jp.yakuba.search.api.Hit;
import jp.yakuba.search.api.SearchDesk;

/** The catalogue: the same for everybody, hence open to everybody and kept at hand. */
@Stateless
@RunAs(Role.DESK)
public class CatalogueDeskBean implements CatalogueDesk {
    private static final int MOST_HITS = 50;
    private static final int LONGEST_WORDS = 100;

    private CatalogueShelf shelf;
    private LifeEvents lifeEvents;
    private SearchDesk search;

    protected CatalogueDeskBean() {
        // for the container
    }

    @Inject
    public CatalogueDeskBean(CatalogueShelf shelf, LifeEvents lifeEvents, SearchDesk search) {
        this.shelf = shelf;
        this.lifeEvents = lifeEvents;
        this.search = search;
    }

    /** Open: the law wants it public (行政手続法6条). */
    @Override
    @PermitAll
    public List<ProcedureView> list() {
        return shelf.today();
    }

    /** Open: the same public list. */
    @Override
    @PermitAll
    public List<ProcedureView> listByLifeEvent(String lifeEvent) {
        return shelf.today().stream().filter(procedure -> procedure.lifeEvents().contains(lifeEvent)).toList();
    }

    /** Open: the same public list. */
    @Override
    @PermitAll
    public List<ProcedureView> listBySection(String section) {
        return shelf.today().stream().filter(procedure -> procedure.section().equals(section)).toList();
    }

    /** Open: names of life events only. */
    @Override
    @PermitAll
    public List<Choice> listLifeEvents() {
        return lifeEvents.list();
    }

    /** Open: searches the public list only. */
    @Override
    @PermitAll
    public List<ProcedureView> find(String words) {
        if (words == null || words.isBlank()) {
            return List.of();
        }
        var asked = words.strip().substring(0, Math.min(LONGEST_WORDS, words.strip().length()));
        var found = new LinkedHashMap<String, ProcedureView>();
        shelf.finder().byName(asked).forEach(procedure -> found.put(procedure.code(), procedure));
        search.find(ProcedureLoader.KIND, ProcedureLoader.AREA, asked, MOST_HITS).stream()
                .map(Hit::key)
                .flatMap(code -> shelf.today(code).stream())
                .forEach(procedure -> found.putIfAbsent(procedure.code(), procedure));
        shelf.finder().byParts(asked).forEach(procedure -> found.putIfAbsent(procedure.code(), procedure));
        return List.copyOf(found.values());
    }

    /** Open: the same public list. */
    @Override
    @PermitAll
    public Optional<ProcedureView> findByCode(String code) {
        return shelf.today(code);
    }
}
