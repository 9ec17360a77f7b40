package jp.yakuba.certificate.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.certificate.api.WideCopyDesk.OfficeChoice;
import jp.yakuba.certificate.model.CopyRequest;
import jp.yakuba.certificate.model.WideCopy;
import jp.yakuba.certificate.model.WideCopyWords;
import jp.yakuba.certificate.model.WideCopyXml;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.document.api.DispatchDesk;
import jp.yakuba.document.api.SendByRule;
import jp.yakuba.exchange.api.ServiceDesk;
import jp.yakuba.exchange.api.ServicePart;
import jp.yakuba.kernel.StrictXml;

/** Sends a request to the office of the home address, in the deed of the desk that took it: letter, record and request stand together. */
@ApplicationScoped
public class CopyRequests {
    private static final String MATTER = "wide-copy";

    @Inject
    private WideCopyStore store;

    @Inject
    private ServiceDesk services;

    @Inject
    private DispatchDesk dispatch;

    @Inject
    private CounterSection sections;

    @Inject
    private AskedLetters letters;

    @Inject
    private CopyTerms terms;

    /** Sends it. */
    void send(CopyRequest request, String clerksSection, OfficeChoice office, byte[] privateKey) throws StrictXml.NotRead {
        var part = WideCopyXml.write(request);
        var section = sections.today(clerksSection);
        services.attach(request.id(), new ServicePart(WideCopyService.CODE, WideCopyXml.VERSION, part));
        var record = dispatch.sendByRule(new SendByRule(request.id(), WideCopyWords.ASK_RULE, section, MATTER, office.code(), office.name(),
                WideCopyWords.ASK_TITLE, WideCopyWords.of(request, part), WideCopyWords.theirs(request), readers(request, section)));
        services.detach(request.id()); // the message has it
        store.add(WideCopy.asked(request, new WideCopy.Way(section, office.code(), office.name(), record.id(), record.number()), part, privateKey,
                request.askedAt().plus(terms.kept())));
        store.write();
    }

    /** The letter says where somebody lives who may have gone from here and be protected: then it stays with protection officers. */
    private Set<UUID> readers(CopyRequest request, String section) {
        return letters.isLikeShielded(request) ? letters.readers(true) : sections.registrars(section);
    }
}
