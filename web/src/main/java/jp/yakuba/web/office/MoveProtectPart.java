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

    /** Says it, or takes it back; the page is opened again with what stands now. */
    public String ask(boolean asked) {
        var move = page.getMove();
        moves.askProtection(move.eventId(), move.version(), asked);
        return "/office/application.xhtml?faces-redirect=true&id=" + page.getId();
    }
}
