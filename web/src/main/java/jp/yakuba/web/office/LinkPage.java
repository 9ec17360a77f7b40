package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import jp.yakuba.account.api.LinkAtCounter;
import jp.yakuba.account.api.LinkDesk;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;

/** Behind {@code office/link.xhtml}: joins the account of somebody at the counter with the person of the ledger. */
@Named
@ViewScoped
public class LinkPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WHY = "窓口での紐付け";

    @Inject
    private LinkDesk desk;

    @Inject
    private ResidentDesk residents;

    private UUID id;
    private PersonView person;
    private String mail;
    private String identityShown;
    private String reason;
    private String standing = "keep";
    private boolean linked;

    /** Called once the person is known. */
    public void open() {
        person = residents.get(id, WHY);
    }

    /** Joins them, and says so on the same page. */
    public void link() {
        desk.link(new LinkAtCounter(id, mail, identityShown, reason, "end".equals(standing)));
        linked = true;
    }

    public PersonView getPerson() {
        return person;
    }

    public boolean isLinked() {
        return linked;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getIdentityShown() {
        return identityShown;
    }

    public void setIdentityShown(String identityShown) {
        this.identityShown = identityShown;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getStanding() {
        return standing;
    }

    public void setStanding(String standing) {
        this.standing = standing;
    }
}
