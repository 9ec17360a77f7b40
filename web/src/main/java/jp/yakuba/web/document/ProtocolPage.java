package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import jp.yakuba.document.api.DisposalDesk;
import jp.yakuba.document.api.ProtocolView;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/protocol.xhtml}: the protocol of one file that went. */
@Named
@RequestScoped
public class ProtocolPage {
    @Inject
    private DisposalDesk desk;

    private UUID id;
    private ProtocolView protocol;

    public ProtocolView getProtocol() {
        if (protocol == null) {
            protocol = desk.getProtocol(Pages.named(id));
        }
        return protocol;
    }

    /** Called once the address is known, so that a wrong one is told before anything is drawn. */
    public void open() {
        getProtocol();
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }
}
