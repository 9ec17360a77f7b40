package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.document.api.BeginDraft;
import jp.yakuba.document.api.DraftTemplateLine;
import jp.yakuba.document.api.DraftingDesk;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/draft-new.xhtml}: a draft is begun from a template, a record, or the decided draft that it changes. */
@Named
@RequestScoped
public class DraftNewPage {
    private static final String USUAL = "notify";
    private static final String ANSWER = "answer";

    @Inject
    private DraftingDesk desk;

    @Inject
    private RecordDesk records;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private List<String> sections;
    private String cause;
    private boolean takesOver;
    private boolean closed;
    private UUID once;

    /** Looks what causes it, and begins it if the form was sent. */
    public void open() throws IOException {
        var reach = organization.reachOf(actor.get().id(), clock.today());
        var own = actor.get().section();
        var open = organization.listSections(clock.today()).stream().map(SectionView::code).collect(Collectors.toSet());
        sections = Stream.concat(Stream.of(own), reach.stream().sorted()).filter(reach::contains).filter(open::contains)
                .distinct().toList();
        if (sections.isEmpty()) {
            throw new NotFound();
        }
        once = given("once") == null ? UUID.randomUUID() : Pages.id(given("once"));
        look();
        if (Pages.isPost(request)) {
            begin();
        }
    }

    private void look() {
        if (given("amends") != null) {
            var amended = desk.get(Pages.id(given("amends")));
            cause = amended.text().title();
            closed = amended.confidential();
            takesOver = true;
        } else if (given("record") != null) {
            var line = records.get(Pages.id(given("record"))).line();
            cause = line.number() + " " + line.title();
            takesOver = "INTERNAL".equals(line.direction());
            closed = line.confidential();
        }
    }

    private void begin() throws IOException {
        try {
            var id = desk.begin(new BeginDraft(once, getSection(), getTemplate(), id("record"), id("amends"), isConfidential()));
            Pages.goTo("/office/draft-edit?id=" + id);
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    private UUID id(String name) {
        return given(name) == null ? null : Pages.id(given(name));
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Id of the draft that the form begins, whatever often it is sent. */
    public UUID getOnce() {
        return once;
    }

    public String getRecord() {
        return given("record");
    }

    public String getAmends() {
        return given("amends");
    }

    /** What causes it, in words; null if nothing is named. */
    public String getCause() {
        return cause;
    }

    /** True if it begins with the words of an earlier draft. */
    public boolean isTakesOver() {
        return takesOver;
    }

    /** True if what causes it is confidential, and it therefore too. */
    public boolean isClosed() {
        return closed;
    }

    public boolean isConfidential() {
        return given("confidential") != null;
    }

    public List<String> getSections() {
        return sections;
    }

    public String getSection() {
        return sections.contains(given("section")) ? given("section") : sections.get(0);
    }

    public List<DraftTemplateLine> getTemplates() {
        return desk.listTemplates();
    }

    public String getTemplate() {
        var usual = given("record") == null ? USUAL : ANSWER;
        return given("template") == null ? usual : given("template");
    }
}
