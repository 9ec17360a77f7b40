package jp.yakuba.share.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Set;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.share.model.SharedContent;
import jp.yakuba.share.store.ShareStore;

/** Publishes what is shared as it is in force today; what says the same again makes no new version. */
@ApplicationScoped
public class Sharing {
    /** Name of the publication; the word in rights. */
    static final String NAME = "procedure-catalogue";
    private static final String PUBLISHED = "PUBLISHED";

    @Inject
    private ShareStore store;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private ProcedureDesk procedures;

    @Inject
    private FormDesk forms;

    @Inject
    private PublicationDesk publications;

    /** Publishes one procedure as it is in force; withdraws it if the catalogue has it no more. */
    @Transactional(TxType.REQUIRED)
    public void publish(String code) {
        var facts = catalogue.findByCode(code);
        if (facts.isPresent() && store.listShared().containsKey(code)) {
            publications.publish(NAME, code, content(facts.get()).write());
        } else {
            publications.withdraw(NAME, code);
        }
    }

    private SharedContent content(ProcedureView facts) {
        var form = forms.listVersions(facts.code()).stream().filter(version -> PUBLISHED.equals(version.state())).findFirst()
                .map(version -> forms.export(facts.code(), version.version())).orElse(null);
        return SharedContent.of(procedures.export(facts.code(), facts.validFrom()), form);
    }

    /** Codes of what is shared. */
    @Transactional(TxType.REQUIRED)
    public Set<String> codes() {
        publications.open(NAME);
        return store.listShared().keySet();
    }

    /** Publishes one procedure unless another node or an author is at it, in a deed of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    public void publishAlone(String code) {
        store.lock(code);
        publish(code);
    }
}
