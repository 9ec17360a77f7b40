package jp.yakuba.account.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.account.model.Account;
import jp.yakuba.account.model.SecretToken;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;

/** Orders the mails of account and identity. */
@ApplicationScoped
public class Postbox {
    @Inject
    private NotificationDesk notices;

    /** A mail to an address with a link that carries a token. */
    void sendLink(String template, String mail, String language, String path, String token) {
        notices.order(new OrderNotice(onceKey(template, token), null, mail, language, template, Map.of(),
                path + "?token=" + token));
    }

    /** The same, for a link that leads on to a path of this office. */
    void sendLink(String template, String mail, String language, String path, String token, String next) {
        notices.order(new OrderNotice(onceKey(template, token), null, mail, language, template, Map.of(),
                path + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) + "&token=" + token));
    }

    /** A mail to an address that says something about its account, without a token. */
    void tell(String template, String mail, String language, String path) {
        notices.order(new OrderNotice(onceKey(template, SecretToken.fresh()), null, mail, language, template, Map.of(), path));
    }

    /** A notice to the portal's inbox and, where the address answered, by mail. */
    void tell(String template, Account account, UUID occasion, Map<String, String> values, String path) {
        notices.order(new OrderNotice("account:" + template + ":" + occasion, account.id(), account.mail(),
                account.language(), template, values, path));
    }

    private static String onceKey(String template, String secret) {
        return "account:" + template + ":" + HexFormat.of().formatHex(SecretToken.hash(secret)).substring(0, 32);
    }
}
