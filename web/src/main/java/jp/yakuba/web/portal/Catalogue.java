package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Ui;

/** What several pages tell of procedures: life events with their pictures, identity, visit, and duration in words. */
@Named
@RequestScoped
public class Catalogue {
    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("moving", "moving"), Map.entry("birth", "birth"), Map.entry("childcare", "child"),
            Map.entry("marriage", "marriage"), Map.entry("retirement", "work"), Map.entry("illness", "health"),
            Map.entry("aging", "aged"), Map.entry("bereavement", "death"), Map.entry("housing", "water"),
            Map.entry("tax", "tax"), Map.entry("certificate", "certificate"), Map.entry("business", "house"),
            Map.entry("pet", "dog"), Map.entry("civic", "people"));

    @Inject
    private CatalogueDesk desk;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    private final Map<String, String> names = new HashMap<>();
    private List<LifeEvent> events;

    /** A life event as a card of the home page. */
    public record LifeEvent(String code, String name, String icon) {}

    /** Life events in the order of the catalogue. */
    public List<LifeEvent> getEvents() {
        if (events == null) {
            events = desk.listLifeEvents().stream().map(this::event).toList();
        }
        return events;
    }

    /** Words for the least level of identity. */
    public String identity(Assurance level) {
        return messages.get("portal.identity." + level.name());
    }

    /** What a person must have at hand for the level. */
    public String identityHow(Assurance level) {
        return messages.get("portal.identity." + level.name() + ".how");
    }

    /** Whether one must come to the office. */
    public String visit(ProcedureView procedure) {
        return messages.get("portal.visit." + procedure.visit().name());
    }

    /** How long it takes. */
    public String duration(ProcedureView procedure) {
        return procedure.standardDays() == 0
                ? messages.get("portal.duration.none")
                : messages.of("portal.duration", procedure.standardDays());
    }

    /** True if the procedure goes on only when another of those sent with it has ended; what is not sent is not waited for. */
    public boolean waits(ProcedureView procedure, List<ProcedureView> together) {
        return together.stream().anyMatch(other -> other.code().equals(procedure.waitsFor()));
    }

    /** Name of a procedure by its code; the code if it is not in the catalogue today. */
    public String nameOf(String code) {
        return names.computeIfAbsent(code, wanted ->
                desk.findByCode(wanted).map(found -> ui.text(found.name())).orElse(wanted));
    }

    private LifeEvent event(Choice choice) {
        return new LifeEvent(choice.value(), ui.text(choice.label()), ICONS.getOrDefault(choice.value(), "other"));
    }
}
