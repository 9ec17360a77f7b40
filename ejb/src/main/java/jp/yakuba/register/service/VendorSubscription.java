package jp.yakuba.register.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.api.Subscription;
import jp.yakuba.register.api.Register;

/** Wants the registers of vendors that other offices publish. */
@ApplicationScoped
public class VendorSubscription implements Subscription {
    @Inject
    private RegisterCopies copies;

    @Override
    public String name() {
        return Register.VENDOR.publication();
    }

    @Override
    public Optional<String> judge(PublishedItem item) {
        return copies.judge(Register.VENDOR, item);
    }

    @Override
    public Set<String> take(News news) {
        return copies.take(Register.VENDOR, news);
    }

    @Override
    public Set<String> keepOnly(String peer, Set<String> keys) {
        return copies.keepOnly(Register.VENDOR, peer, keys);
    }
}
