package jp.yakuba.notification.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.notification.gateway.Letter;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.model.MailDelivery;
import jp.yakuba.notification.model.MailDelivery.State;
import jp.yakuba.notification.store.DeliveryStore;
import jp.yakuba.notification.store.NoticeStore;
import jp.yakuba.organization.api.OrganizationDesk;

/** What the mail sender writes down before, while and after it talks to the relay; each a short transaction of its own. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailRound {
    private static final int BATCH = 20;
    private static final int OF_EACH_DOMAIN = 5;
    private static final Duration RELAY_PAUSE = Duration.ofSeconds(30);
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private DeliveryStore deliveries;
    private NoticeStore notices;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected MailRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MailRound(DeliveryStore deliveries, NoticeStore notices, OrganizationDesk organization, OfficeClock clock) {
        this.deliveries = deliveries;
        this.notices = notices;
        this.organization = organization;
        this.clock = clock;
    }

    /** Claims due mails; what this node claims no other sends. */
    @PermitAll // no api leads here
    public List<UUID> claim() {
        var due = deliveries.takeDue(clock.now(), OF_EACH_DOMAIN, BATCH);
        due.forEach(delivery -> delivery.claim(clock.now()));
        return due.stream().map(MailDelivery::noticeId).toList();
    }

    /** The letter of a claimed mail; empty if it is not claimed any more. */
    @PermitAll // no api leads here
    public Optional<Letter> letter(UUID noticeId) {
        return deliveries.find(noticeId).filter(delivery -> delivery.state() == State.CLAIMED).map(delivery -> {
            var notice = notices.find(noticeId).orElseThrow();
            var english = notice.language().equals("en");
            var town = organization.town();
            return new Letter(noticeId, english ? town.roman() : town.name(), delivery.address(), english ? "en" : "ja", notice.subject(),
                    notice.mailBody(), clock.now());
        });
    }

    /** The words go to the relay now. */
    @PermitAll // no api leads here
    public void handOver(UUID noticeId) {
        deliveries.find(noticeId).orElseThrow().handOver();
    }

    /** The relay took it. */
    @PermitAll // no api leads here
    public void sent(UUID noticeId) {
        deliveries.find(noticeId).orElseThrow().sent(clock.now());
        notices.find(noticeId).orElseThrow().forgetMail();
    }

    /** The relay did not take it, or nobody knows. */
    @PermitAll // no api leads here
    public void notSent(UUID noticeId, MailNotSent.Kind kind, String why) {
        var delivery = deliveries.find(noticeId).orElseThrow();
        switch (kind) {
            case RELAY_AWAY -> delivery.relayWasAway(why, RELAY_PAUSE, clock.now());
            case LATER -> {
                delivery.failedForNow(why, clock.now());
                deliveries.postponeDomain(delivery.domain(), delivery.nextAttemptAt());
            }
            case NEVER -> delivery.failed(why);
            case UNSURE -> delivery.unsure(why);
        }
    }

    /** Takes back what senders that died have left. */
    @PermitAll // no api leads here
    public void collectAbandoned() {
        deliveries.takeAbandoned(clock.now().minus(ABANDONED_AFTER)).forEach(delivery -> delivery.abandoned(clock.now()));
    }
}
