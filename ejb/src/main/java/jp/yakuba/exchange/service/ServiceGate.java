package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.util.Optional;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.OfferedService;
import jp.yakuba.exchange.model.Parcel;
import jp.yakuba.exchange.service.container.Checked;
import jp.yakuba.exchange.service.container.ContainerRefused;
import jp.yakuba.exchange.store.PeerStore;

/** Lets a letter in if its sender may use its service here, and the service understands it. */
@ApplicationScoped
public class ServiceGate {
    @Inject
    private PeerStore peers;

    @Inject
    @Any
    private Instance<OfferedService> offered;

    /** What the service's program reads; null for a plain letter. The right may have ended since the message was announced. */
    @Transactional(TxType.REQUIRES_NEW)
    public byte[] require(String peer, Checked checked) throws IOException, ContainerRefused {
        var head = checked.head();
        if (!peers.find(peer).map(known -> known.mayUse(head.service())).orElse(false)) {
            throw new ContainerRefused(ExchangeFault.SERVICE_NOT_ALLOWED, head.service());
        }
        if (head.isPlain()) {
            return null;
        }
        var service = offered.stream().filter(one -> one.code().equals(head.service())).findFirst()
                .orElseThrow(() -> new ContainerRefused(ExchangeFault.SERVICE_NOT_OFFERED, head.service()));
        if (!service.versions().contains(head.serviceVersion())) {
            throw new ContainerRefused(ExchangeFault.SERVICE_VERSION, head.service() + " " + head.serviceVersion());
        }
        return understood(service, peer, checked);
    }

    /** Where a letter with the part belongs here; empty if it has none, or its head says it. */
    Optional<OfferedService.Home> homeOf(String peer, LetterHead head, byte[] part) {
        if (part == null) {
            return Optional.empty();
        }
        return offered.stream().filter(one -> one.code().equals(head.service())).findFirst()
                .flatMap(service -> service.home(new OfferedService.Offer(peer, head.serviceVersion(), part)));
    }

    /** True unless its service says that what it tells may be told no more. */
    boolean mayLeave(Parcel parcel) {
        var part = parcel.serviceContent();
        return part == null || offered.stream().filter(one -> one.code().equals(parcel.service()))
                .allMatch(service -> service.mayLeave(new OfferedService.Leaving(parcel.recordId(), part)));
    }

    /** Tells its service that it is taken back, because it may not leave. */
    void takenBack(Parcel parcel) {
        var part = parcel.serviceContent();
        if (part != null) {
            offered.stream().filter(one -> one.code().equals(parcel.service())).forEach(one -> one.takenBack(new OfferedService.Leaving(parcel.recordId(), part)));
        }
    }

    /** True if letters of the service are taken back and ordered again by their section alone. */
    boolean isOfItsSection(String service) {
        return offered.stream().filter(one -> one.code().equals(service)).anyMatch(OfferedService::isOfItsSection);
    }

    private static byte[] understood(OfferedService service, String peer, Checked checked) throws IOException, ContainerRefused {
        try (var part = checked.open(checked.head().servicePart().orElseThrow())) {
            var content = part.readAllBytes();
            var fault = service.judge(new OfferedService.Offer(peer, checked.head().serviceVersion(), content));
            if (fault.isPresent()) {
                throw new ContainerRefused(fault.get().fault(), fault.get().detail());
            }
            return content;
        }
    }
}
