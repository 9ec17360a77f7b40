package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.model.Application;
import jp.yakuba.application.model.Bundle;
import jp.yakuba.application.store.BundleStore;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;

/** Orders the notices to applicants: in the portal's inbox and by mail, or by mail alone for those without an account. */
@ApplicationScoped
public class Notices {
    private static final String MAIL = "applicant.mail";

    @Inject
    private NotificationDesk notification;

    @Inject
    private AccountDesk accounts;

    @Inject
    private BundleStore bundles;

    @Inject
    private Forms forms;

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

    /** Tells that an application came into a state; {@code occasion} makes the notice unique. */
    public void about(Application application, String template, String occasion, Map<String, String> more) {
        var bundle = bundles.find(application.arrival().bundleId()).orElseThrow();
        var values = new HashMap<>(more);
        values.put("number", application.arrival().receiptNumber());
        values.put("procedure", forms.lastKnown(application.arrival().procedure()).name().in(bundle.language()));
        order("application:" + application.id() + ":" + occasion, bundle, application.answers(), template, values);
    }

    private void order(
            String onceKey, Bundle bundle, Map<String, String> answers, String template, Map<String, String> values) {
        tellPrincipal(onceKey, bundle, template, values);
        var mail = bundle.accountId() == null ? answers.get(MAIL) : mailOf(bundle.accountId());
        if (bundle.accountId() == null && (mail == null || mail.isBlank())) {
            return;
        }
        notification.order(new OrderNotice(
                onceKey, bundle.accountId(), mail, bundle.language(), template, values,
                bundle.accountId() == null ? null : "/my/" + bundle.id()));
    }

    /** Whoever let another act is told the same. */
    private void tellPrincipal(String onceKey, Bundle bundle, String template, Map<String, String> values) {
        if (bundle.mandateId() != null) {
            accounts.findPrincipalOf(bundle.mandateId()).ifPresent(principal -> notification.order(new OrderNotice(
                    onceKey + ":principal", principal, mailOf(principal), bundle.language(), template, values, "/my/" + bundle.id())));
        }
    }

    private String mailOf(UUID accountId) {
        var account = accounts.get(accountId);
        return account.mailVerified() ? account.mailAddress() : null;
    }
}
