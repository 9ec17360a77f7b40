package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.model.ParcelFile;
import jp.yakuba.exchange.service.ParcelRound.Claimed;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.store.ParcelStore;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.SigningMeans;

/** Makes the containers of messages that leave, outside of every transaction. */
@ApplicationScoped
public class ParcelSealer {
    @Inject
    private ParcelRound round;

    @Inject
    private ParcelStore store;

    @Inject
    private FileDesk files;

    @Inject
    private ContainerPress press;

    @Inject
    private SigningMeans means;

    @Inject
    private OrganizationDesk organization;

    /** Makes and signs the container; false, and it waits, while the office has no key that it may use. */
    public boolean seal(Claimed claimed) throws IOException, ContainerRefused {
        var hand = means.key().usable();
        if (hand.isEmpty()) {
            round.postpone(claimed.parcel().id(), "NO_KEY", Duration.ZERO);
            return false;
        }
        var container = Files.createTempFile("yakuba-parcel-", ".asice");
        try {
            sealInto(container, claimed, hand.get());
            round.keep(claimed.parcel().id(), container);
            return true;
        } finally {
            Files.deleteIfExists(container);
        }
    }

    private void sealInto(Path container, Claimed claimed, Hand hand) throws IOException, ContainerRefused {
        var parcel = claimed.parcel();
        var sources = store.filesOf(parcel.id()).stream().map(this::source).toList();
        var town = organization.town();
        var section = organization.findEverKnown(parcel.section()).map(SectionView::name).orElse(null);
        var head = parcel.head(new LetterHead.Party(town.code(), town.name(), section),
                new LetterHead.Party(claimed.peer().code(), claimed.peer().name(), null));
        press.seal(head, new ContainerPress.Contents(sources.get(0), sources.subList(1, sources.size()), parcel.serviceContent()), hand, container);
    }

    private ContainerPress.Source source(ParcelFile part) {
        var file = files.describe(part.sha256(), part.name());
        return new ContainerPress.Source(part.name(), file.mediaType(), file.size(), () -> files.open(part.sha256()));
    }
}
