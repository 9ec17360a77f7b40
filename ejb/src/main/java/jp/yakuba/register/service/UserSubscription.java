package jp.yakuba.register.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.api.Subscription;
import jp.yakuba.register.api.Register;

/** Wants the registers of users of facilities that other offices publish. */
@ApplicationScoped
public class UserSubscription implements Subscription {
    @Inject
    private RegisterCopies copies;

    @Override
    public String name() {
        return Register.FACILITY_USER.publication();
    }

    @Override
    public Optional<String> judge(PublishedItem item) {
        return copies.judge(Register.FACILITY_USER, item);
    }

    @Override
    public Set<String> take(News news) {
        return copies.take(Register.FACILITY_USER, news);
    }

    @Override
    public Set<String> keepOnly(String peer, Set<String> keys) {
        return copies.keepOnly(Register.FACILITY_USER, peer, keys);
    }
}
