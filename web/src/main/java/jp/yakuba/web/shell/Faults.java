package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong on this page, in the order of the page: told at its top and at each question with the same words. */
@Named
@RequestScoped
public class Faults {
    /** One thing to mend: the id of its question (null if it belongs to none) and how to mend it. */
    public record Fault(String id, String text) {}

    private final List<Fault> found = new ArrayList<>();
    private List<Fault> all;

    /** Tells a fault of the question with the id, or of the whole page with null. */
    public void add(String id, String text) {
        found.add(new Fault(id, text));
    }

    /** All faults: those told here and the messages of the page's components, fixed when the page begins to be drawn. */
    public List<Fault> getList() {
        var faces = FacesContext.getCurrentInstance();
        if (faces == null || faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            return collect(faces);
        }
        if (all == null) {
            all = collect(faces);
            faces.getMessageList().forEach(FacesMessage::rendered);
        }
        return all;
    }

    private List<Fault> collect(FacesContext faces) {
        var collected = new ArrayList<>(found);
        if (faces != null) {
            faces.getClientIdsWithMessages().forEachRemaining(id -> faces.getMessageList(id).stream()
                    .filter(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_WARN) >= 0)
                    .forEach(message -> collected.add(new Fault(id, message.getSummary()))));
        }
        return collected;
    }

    public int getCount() {
        return getList().size();
    }

    /** What is wrong with one question; null if nothing. */
    public String of(String id) {
        var words = getList().stream().filter(fault -> id.equals(fault.id())).map(Fault::text).distinct()
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }
}
