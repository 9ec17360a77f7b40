package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.document.api.RetentionDesk;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;

/** A longer period for a file (延長), on the page of the file. */
@Named
@RequestScoped
public class DossierExtension {
    @Inject
    private RetentionDesk desk;

    @Inject
    private DossierPage page;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private Integer years;
    private String reason;

    /** Extends the period; a number of years that cannot be is told at its field. */
    public String extend() {
        try {
            desk.extend(page.getId(), page.getVersion(), years, reason);
        } catch (RuleViolation refusal) {
            if (refusal.problem() != DocumentProblem.EXTENSION_STRANGE) {
                throw refusal;
            }
            faults.add("years", messages.explain(refusal));
            return null;
        }
        return page.again();
    }

    public Integer getYears() {
        return years;
    }

    public void setYears(Integer years) {
        this.years = years;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
