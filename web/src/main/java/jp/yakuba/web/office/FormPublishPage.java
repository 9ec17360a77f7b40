package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;

/** Behind {@code office/form-publish.xhtml}: what a working copy still lacks, and the last step to the public. */
@Named
@ViewScoped
public class FormPublishPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)\\]");

    @Inject
    private FormDesk desk;

    @Inject
    private FormDrawer drawer;

    @Inject
    private Messages messages;

    private String procedure;
    private int number;
    private transient List<Gap> gaps;

    /** Something that is missing: where in the form and what, and where to write it. */
    public record Gap(String words, String href) {}

    /** Called once the procedure is known. */
    public void open() {
        number = drawer.working(desk.listVersions(procedure)).orElseThrow(NotFound::new).version();
    }

    /** What keeps the working copy from the public. */
    public List<Gap> getGaps() {
        if (gaps == null) {
            var form = desk.version(procedure, number);
            gaps = desk.inspect(form).stream().map(fault -> gap(fault, form)).toList();
        }
        return gaps;
    }

    private Gap gap(FormFault fault, FormDefinition form) {
        var part = fault.place().replaceAll("\\.(label|hint|why|choices|title|intro|message|when|optionalWhen|left|right|operator)\\b.*", "");
        if (part.startsWith("rules")) {
            var rule = part.replaceAll("\\D", "");
            return new Gap(messages.of("office.rule.number", Integer.parseInt(rule) + 1) + "：" + fault.words(),
                    "/office/form-rule?procedure=" + procedure + "&at=" + rule);
        }
        if (!part.startsWith("sections")) {
            return new Gap(fault.line(), "/office/form?procedure=" + procedure);
        }
        var at = NUMBER.matcher(part).results().map(found -> found.group(1)).collect(Collectors.joining("."));
        var changes = new FormChanges(form);
        var question = part.contains("fields");
        var name = question ? changes.question(at).label().ja() : changes.section(at).title().ja();
        return new Gap("「" + name + "」：" + fault.words(),
                "/office/form-" + (question ? "question" : "section") + "?procedure=" + procedure + "&at=" + at);
    }

    public String publish() {
        desk.publish(procedure, number);
        return "/office/form.xhtml?faces-redirect=true&procedure=" + procedure + "&version=" + number;
    }

    public String discard() {
        desk.discardWorkingCopy(procedure, number);
        return "/office/form.xhtml?faces-redirect=true&procedure=" + procedure;
    }

    /** Number of the version that would be published. */
    public int getNumber() {
        return number;
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }
}
