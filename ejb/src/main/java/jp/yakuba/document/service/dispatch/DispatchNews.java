package jp.yakuba.document.service.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.document.api.StoredFile;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.dispatch.Addressee;
import jp.yakuba.document.model.dispatch.Delivery;
import jp.yakuba.notification.api.Enclosure;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.OrderNotice;

/** Orders the notices by which what was sent reaches inboxes and mailboxes; they leave after the deed. */
@ApplicationScoped
public class DispatchNews {
    private static final String LANGUAGE = "ja";
    private static final String PDF = "application/pdf";

    @Inject
    private NotificationDesk notices;

    @Inject
    private AccountDesk accounts;

    @Inject
    private FileDesk files;

    /** Orders what the way needs; post and notice board need nothing. */
    void order(Delivery delivery, NumberedRecord record, Addressee to, StoredFile copy) {
        var values = Map.of("number", record.number(), "title", record.title(), "name", to.name());
        if (to.channel() == DispatchChannel.INBOX) {
            notices.order(new OrderNotice("document:" + delivery.id(), to.accountId(), accounts.correspondent(to.accountId()).mail(),
                    to.language(), "document-dispatched", values, "/my/letter-file?id=" + delivery.id()));
        } else if (to.channel() == DispatchChannel.MAIL) {
            mail(delivery, record, copy.sha256());
        }
    }

    /** Orders the mail with the fair copy, or with what was put beside it. */
    void mail(Delivery delivery, NumberedRecord record, String copy) {
        var values = Map.of("number", record.number(), "title", record.title(), "name", delivery.name());
        notices.order(new OrderNotice("document:" + delivery.id(), null, delivery.mail(), LANGUAGE, "document-mailed", values, null)
                .enclosing(new Enclosure(record.number() + ".pdf", PDF, bytes(copy))));
    }

    private byte[] bytes(String copy) {
        try (var content = files.open(copy)) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
