package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.yakuba.resident.api.MoveInDesk;

/** The part of an application's page where a registrar says that the family asks for protection (支援措置) with the move. */
@Named
@RequestScoped
public class MoveProtectPart {
    @Inject
    private MoveInDesk moves;

    @Inject
    private ExaminationPage page;

    private Long seen;

    /** Says it, or takes it back, judged by the version that was seen; the page is opened again with what stands now. */
    public String ask(boolean asked) {
        moves.askProtection(page.getMove().eventId(), seen, asked);
        return "/office/application.xhtml?faces-redirect=true&id=" + page.getId();
    }

    /** The version of the move as it is drawn; it comes back with the answer. */
    public Long getSeen() {
        return page.getMove().version();
    }

    public void setSeen(Long seen) {
        this.seen = seen;
    }
}
