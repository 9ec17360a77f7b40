package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Town;

/** Behind {@code procedures.xhtml}: the catalogue by words, by life event, or by office. */
@Named
@RequestScoped
public class ProceduresPage {
    private static final int LONGEST = 100;

    @Inject
    private CatalogueDesk desk;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Town town;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private List<Shelf> shelves;

    /** Procedures under one heading. */
    public record Shelf(String title, List<ProcedureView> procedures) {}

    /** The words searched for; empty if none. */
    public String getWords() {
        var words = request.getParameter("q");
        return words == null ? "" : words.strip().substring(0, Math.min(LONGEST, words.strip().length()));
    }

    public String getEvent() {
        return request.getParameter("event");
    }

    public String getSection() {
        return request.getParameter("section");
    }

    public String getTitle() {
        if (!getWords().isEmpty()) {
            return messages.of("portal.procedures.found", getWords());
        }
        if (getEvent() != null) {
            return catalogue.getEvents().stream().filter(event -> event.code().equals(getEvent()))
                    .map(Catalogue.LifeEvent::name).findFirst().orElse(messages.get("portal.procedures"));
        }
        return getSection() != null ? town.sectionName(getSection()) : messages.get("portal.procedures");
    }

    /** What was asked for; without a question everything, office by office. */
    public List<Shelf> getShelves() {
        if (shelves == null) {
            shelves = find();
        }
        return shelves;
    }

    public int getCount() {
        return getShelves().stream().mapToInt(shelf -> shelf.procedures().size()).sum();
    }

    private List<Shelf> find() {
        if (!getWords().isEmpty()) {
            return List.of(new Shelf(null, desk.find(getWords())));
        }
        if (getEvent() != null) {
            return List.of(new Shelf(null, desk.listByLifeEvent(getEvent())));
        }
        if (getSection() != null) {
            return List.of(new Shelf(null, desk.listBySection(getSection())));
        }
        Map<String, List<ProcedureView>> byOffice = desk.list().stream()
                .collect(Collectors.groupingBy(ProcedureView::section, TreeMap::new, Collectors.toList()));
        return byOffice.entrySet().stream()
                .map(office -> new Shelf(town.sectionName(office.getKey()), office.getValue()))
                .toList();
    }
}
