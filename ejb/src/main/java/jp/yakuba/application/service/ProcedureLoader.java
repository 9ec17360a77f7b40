package jp.yakuba.application.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.FormVersion;
import jp.yakuba.application.model.Procedure;
import jp.yakuba.application.model.Procedure.Source;
import jp.yakuba.application.service.ShippedProcedures.ShippedProcedure;
import jp.yakuba.application.store.FormStore;
import jp.yakuba.application.store.ProcedureStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.search.api.IndexEntry;
import jp.yakuba.search.api.SearchDesk;

/**
 * Brings the shipped procedures into the catalogue when the server starts. What is there already from the same file stays; what
 * authors published stays too, for a shipped form only ever adds a version.
 */
@Singleton
@Startup
@RunAs(Role.DESK)
public class ProcedureLoader {
    static final String KIND = "procedure";
    static final String AREA = "public";
    private static final String BY = "町のファイル";

    private ProcedureStore procedures;
    private FormStore forms;
    private SearchDesk search;
    private CatalogueShelf shelf;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected ProcedureLoader() {
        // for the container
    }

    @Inject
    public ProcedureLoader(ProcedureStore procedures, FormStore forms, SearchDesk search, CatalogueShelf shelf,
            OrganizationDesk organization, OfficeClock clock) {
        this.procedures = procedures;
        this.forms = forms;
        this.search = search;
        this.shelf = shelf;
        this.organization = organization;
        this.clock = clock;
    }

    /** Loads what is new; called by the container before anybody is served. */
    @PostConstruct
    @RolesAllowed(Role.SYSTEM)
    public void load() {
        procedures.lockForLoading();
        var at = clock.now();
        ShippedProcedures.list(organization.townWords()).forEach(shipped -> load(shipped, at));
        shelf.forget();
    }

    private void load(ShippedProcedure shipped, Instant at) {
        var facts = shipped.facts();
        var source = new Source(shipped.position(), shipped.hash(), at, BY);
        var known = procedures.findBeginning(facts.code(), facts.validFrom());
        if (known.isPresent() && (known.get().isFrom(shipped.hash()) || isLeftToAuthors(known.get()))) {
            return;
        }
        known.ifPresentOrElse(procedure -> procedure.rewrite(facts, source), () -> procedures.add(Procedure.entered(facts, source)));
        search.put(entry(facts));
        if (shipped.form() != null && forms.newest(facts.code()) < shipped.form().version()) {
            publish(shipped, at);
        }
    }

    /** An author has written it anew, ended it or planned what follows: files have no say in it any more. */
    private boolean isLeftToAuthors(Procedure known) {
        return known.isFrom(null) || known.view().validUntil() != null
                || procedures.listVersions(known.code()).size() > 1;
    }

    private void publish(ShippedProcedure shipped, Instant at) {
        forms.find(shipped.facts().code(), FormVersion.State.PUBLISHED).ifPresent(earlier -> {
            earlier.retire(at, BY);
            forms.flush();
        });
        var version = FormVersion.begun(shipped.form(), at, BY);
        version.publish(at, BY);
        forms.add(version);
    }

    static IndexEntry entry(ProcedureView facts) {
        var keywords = Stream.concat(
                        Stream.of(facts.kana(), facts.name().in("ja-easy"), facts.name().in("en"), facts.code()), facts.keywords().stream())
                .collect(Collectors.joining(" "));
        var body = Stream.of(facts.summary(), facts.whoMay()).map(ProcedureLoader::allLanguages).collect(Collectors.joining(" "));
        return new IndexEntry(KIND, facts.code(), AREA, facts.name().ja(), keywords, body + " " + facts.legalGround());
    }

    private static String allLanguages(Text text) {
        return Stream.of(text.ja(), text.in("ja-easy"), text.in("en")).distinct().collect(Collectors.joining(" "));
    }
}
