package jp.yakuba.notification.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.notification.api.Enclosure;
import jp.yakuba.notification.gateway.Letter;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.model.MailClaim;
import jp.yakuba.notification.model.MailDelivery;
import jp.yakuba.notification.model.Notice;
import jp.yakuba.notification.store.DeliveryStore;
import jp.yakuba.notification.store.NoticeStore;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.TownView;

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

    /** Claims due mails, each with its words; what this node claims no other sends. */
    @PermitAll // no api leads here
    public List<ClaimedLetter> claim() {
        var now = clock.now();
        var due = deliveries.takeDue(now, OF_EACH_DOMAIN, BATCH);
        if (due.isEmpty()) {
            return List.of();
        }
        var ids = due.stream().map(MailDelivery::noticeId).toList();
        var enclosed = notices.listEnclosures(ids);
        var words = notices.list(ids).stream()
                .collect(Collectors.toMap(Notice::id, Function.identity()));
        var town = organization.town();
        return due.stream()
                .map(delivery -> new ClaimedLetter(delivery.claim(now), letter(
                        delivery, words.get(delivery.noticeId()), enclosed.getOrDefault(delivery.noticeId(), List.of()), town, now)))
                .toList();
    }

    private static Letter letter(MailDelivery delivery, Notice notice, List<Enclosure> enclosed, TownView town, Instant now) {
        var english = notice.language().equals("en");
        return new Letter(delivery.noticeId(), english ? town.roman() : town.name(), delivery.address(), english ? "en" : "ja",
                notice.subject(), notice.mailBody(), now, enclosed);
    }

    /** The words go to the relay now; false if they must not, because another sender has the mail. */
    @PermitAll // no api leads here
    public boolean handOver(MailClaim claim) {
        return deliveries.handOver(claim, clock.now());
    }

    /** The relay took it. */
    @PermitAll // no api leads here
    public void sent(UUID noticeId) {
        deliveries.sent(noticeId, clock.now());
        notices.forgetMail(noticeId);
    }

    /** The relay did not take it, or nobody knows; whoever lost the claim has no say in it. */
    @PermitAll // no api leads here
    public void notSent(MailClaim claim, MailNotSent.Kind kind, String why) {
        deliveries.find(claim.noticeId())
                .filter(delivery -> delivery.isHeldBy(claim) || delivery.isHandedOverBy(claim))
                .ifPresent(delivery -> notSent(delivery, kind, why));
    }

    private void notSent(MailDelivery delivery, MailNotSent.Kind kind, String why) {
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
