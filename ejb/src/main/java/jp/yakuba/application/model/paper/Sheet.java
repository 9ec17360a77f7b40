package jp.yakuba.application.model.paper;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.Arrival.Channel;

/**
 * What stands on a printed form.
 *
 * @param town name of the town and its head, such as 芽室町長
 * @param office name of the section and its phone
 * @param receiptNumber null on an empty form
 * @param arrivedAt in the office's time; null on an empty form
 * @param agent who acted for the applicant; null if nobody did
 * @param answers null on an empty form
 * @param channel how it came: not every question is asked by every way; an empty form is brought to the counter
 * @param attachments names of attached files
 */
public record Sheet(
        ProcedureView procedure,
        FormDefinition form,
        String town,
        String office,
        String receiptNumber,
        LocalDateTime arrivedAt,
        String agent,
        Map<String, String> answers,
        Channel channel,
        List<String> attachments) {
    public Sheet {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** An empty form for printing. */
    public static Sheet empty(ProcedureView procedure, FormDefinition form, String town, String office) {
        return new Sheet(procedure, form, town, office, null, null, null, null, Channel.COUNTER, List.of());
    }

    boolean isEmpty() {
        return answers == null;
    }
}
