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
            notices.order(new OrderNotice("document:" + delivery.id(), null, to.mail(), to.language(), "document-mailed", values, null)
                    .enclosing(new Enclosure(record.number() + ".pdf", copy.mediaType(), bytes(copy))));
        }
    }

    private byte[] bytes(StoredFile copy) {
        try (var content = files.open(copy.sha256())) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
