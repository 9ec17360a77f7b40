package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormVersionLine;

/** Behind {@code office/form.xhtml}: an author writes the next version of a form, looks at it, and publishes it. */
@Named
@ViewScoped
public class FormEditorPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private FormDesk desk;

    private String procedure;
    private int version;
    private String json;

    /** Called once the procedure is known: shows the newest version. */
    public void open() {
        var versions = getVersions();
        if (version == 0 && !versions.isEmpty()) {
            version = versions.get(0).version();
        }
        json = version == 0 ? "" : desk.export(procedure, version);
    }

    /** Versions of the form, newest first. */
    public List<FormVersionLine> getVersions() {
        return desk.listVersions(procedure);
    }

    /** The pages as applicants would see them, before anything is answered. */
    public List<FormPage> getPreview() {
        return version == 0 ? List.of() : desk.preview(procedure, version, Map.of());
    }

    /** True if what is shown is the working copy. */
    public boolean isWorking() {
        return getVersions().stream()
                .anyMatch(line -> line.version() == version && "WORKING".equals(line.state()));
    }

    public String keep() {
        return again(desk.keepWorkingCopy(procedure, json));
    }

    public String publish() {
        desk.publish(procedure, version);
        return again(version);
    }

    public String discard() {
        desk.discardWorkingCopy(procedure, version);
        return again(0);
    }

    private String again(int shown) {
        return "/office/form.xhtml?faces-redirect=true&procedure=" + procedure + "&version=" + shown;
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getJson() {
        return json;
    }

    public void setJson(String json) {
        this.json = json;
    }
}
