package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.model.Instruction;
import jp.yakuba.application.model.form.WrittenDate;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;

/**
 * Orders the notices to applicants: in the portal's inbox and by mail, or by mail alone for those without an account. Of what
 * was sent under a mandate the principal is told, and the agent as long as the mandate stands.
 */
@ApplicationScoped
public class Notices {
    private static final String MAIL = "applicant.mail";

    @Inject
    private NotificationDesk notification;

    @Inject
    private AccountDesk accounts;

    @Inject
    private Agency agency;

    @Inject
    private BundleStore bundles;

    @Inject
    private Forms forms;

    @Inject
    private OfficeWords words;

    /** Tells once that the bundle arrived. */
    public void arrived(Bundle bundle, Map<String, String> answers, int procedures, String firstNumber) {
        order("bundle:" + bundle.id() + ":arrived", bundle, answers, "application-arrived",
                Map.of("count", String.valueOf(procedures), "number", firstNumber));
    }

    /** Tells once when and where the visit is, and what to bring. */
    public void visitBooked(Bundle bundle, Map<String, String> answers, Text time, String place, List<Text> bring) {
        var things = bring.stream().map(thing -> thing.in(bundle.language())).collect(Collectors.joining("、"));
        order("bundle:" + bundle.id() + ":visit", bundle, answers, "visit-booked",
                Map.of("time", time.in(bundle.language()), "place", place, "bring", things));
    }

    /** Tells that the visit is at another time, as often as it is moved. */
    public void visitMoved(Bundle bundle, Text time, String place) {
        order("bundle:" + bundle.id() + ":visit:" + UUID.randomUUID(), bundle, Map.of(), "visit-moved",
                Map.of("time", time.in(bundle.language()), "place", place));
    }

    /** Tells that the visit was cancelled. */
    public void visitCancelled(Bundle bundle, Text time) {
        order("bundle:" + bundle.id() + ":visit:" + UUID.randomUUID(), bundle, Map.of(), "visit-cancelled",
                Map.of("time", time.in(bundle.language())));
    }

    /** Tells that an application came into a state; {@code occasion} makes the notice unique. */
    public void about(Application application, String template, String occasion, Map<String, String> more) {
        var bundle = bundles.find(application.arrival().bundleId()).orElseThrow();
        var values = new HashMap<>(words.inNotice(more));
        values.put("number", application.arrival().receiptNumber());
        values.put("procedure", forms.lastKnown(application.arrival().procedure()).name().in(bundle.language()));
        order("application:" + application.id() + ":" + occasion, bundle, application.answers(), template, values);
    }

    /** Tells of the decision, and where one turns who is not content; of one made elsewhere, that it is on its way there. */
    void decided(Application application, Instruction said) {
        var language = bundles.find(application.arrival().bundleId()).orElseThrow().language();
        var decision = application.decision();
        var template = switch (decision.outcome()) {
            case GRANTED -> "application-granted";
            case REFUSED -> "application-refused";
            case FORWARDED -> "application-forwarded";
        };
        about(application, template, "decided", Map.of(
                "decisionNumber", decision.number(), "objectTo", said.objectTo().in(language), "authority", said.authority()));
    }

    /** A day as the applicant reads it: by era, in easy Japanese by the western year, in English in English. */
    String dayFor(Application application, LocalDate day) {
        return WrittenDate.words(day).in(bundles.find(application.arrival().bundleId()).orElseThrow().language());
    }

    private void order(
            String onceKey, Bundle bundle, Map<String, String> answers, String template, Map<String, String> values) {
        if (bundle.mandateId() != null) {
            agency.agentOf(bundle).ifPresent(agent -> tell(onceKey, agent, bundle, template, values));
            agency.principalOf(bundle.mandateId())
                    .ifPresent(principal -> tell(onceKey + ":principal", principal, bundle, template, values));
        } else if (bundle.accountId() != null) {
            tell(onceKey, bundle.accountId(), bundle, template, values);
        } else {
            write(onceKey, answers.get(MAIL), bundle, template, values);
        }
    }

    private void tell(String onceKey, UUID account, Bundle bundle, String template, Map<String, String> values) {
        notification.order(new OrderNotice(
                onceKey, account, mailOf(account), bundle.language(), template, values, "/my/" + bundle.id()));
    }

    /** By mail alone, to somebody without an account who has an address. */
    private void write(String onceKey, String mail, Bundle bundle, String template, Map<String, String> values) {
        if (mail != null && !mail.isBlank()) {
            notification.order(new OrderNotice(onceKey, null, mail, bundle.language(), template, values, null));
        }
    }

    private String mailOf(UUID accountId) {
        return accounts.correspondent(accountId).mail();
    }
}
