package jp.yakuba.web.component;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import jp.yakuba.web.shell.FormToken;
import jp.yakuba.web.shell.Ui;
import org.primefaces.context.PrimeApplicationContext;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.util.Constants;

/** The form of the house: goes back to the very address it came from and carries the token of our own pages. */
@FacesComponent(HouseForm.TYPE)
public class HouseForm extends UIForm {
    /** Type under which the tag finds it. */
    public static final String TYPE = "jp.yakuba.Form";

    public HouseForm() {
        setRendererType(null);
    }

    @Override
    public boolean isPrependId() {
        return false;
    }

    @Override
    public void decode(FacesContext faces) {
        setSubmitted(faces.getExternalContext().getRequestParameterMap().containsKey(getClientId(faces)));
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        pushComponentToEL(faces, this);
        var ui = CDI.current().select(Ui.class).get();
        var id = getClientId(faces);
        var writer = faces.getResponseWriter();
        writer.startElement("form", this);
        writer.writeAttribute("id", id, null);
        writer.writeAttribute("name", id, null);
        writer.writeAttribute("method", "post", null);
        writer.writeURIAttribute("action", ui.getHere(), null);
        writer.writeAttribute("class", attribute("styleClass", "y-form"), null);
        writer.writeAttribute("enctype", attribute("enctype", "application/x-www-form-urlencoded"), null);
        writer.writeAttribute("novalidate", "novalidate", null);
        writer.writeAttribute("data-y-once", attribute("once", "on"), null);
        hidden(faces, id, id);
        hidden(faces, FormToken.FIELD, ui.getToken());
        encodeScriptNonce(faces);
    }

    /** A page with widgets is drawn again under the nonce it came with; PrimeFaces refuses the post that does not bring it. */
    private static void encodeScriptNonce(FacesContext faces) throws IOException {
        if (PrimeApplicationContext.getCurrentInstance(faces).getConfig().isCsp()) {
            hidden(faces, Constants.RequestParams.NONCE_PARAM, PrimeFacesContext.getCspState(faces).getNonce());
        }
    }

    @Override
    public void encodeEnd(FacesContext faces) throws IOException {
        faces.getApplication().getViewHandler().writeState(faces);
        faces.getResponseWriter().endElement("form");
        popComponentFromEL(faces);
    }

    private String attribute(String name, String otherwise) {
        var value = getAttributes().get(name);
        return value == null ? otherwise : value.toString();
    }

    private static void hidden(FacesContext faces, String name, String value) throws IOException {
        var writer = faces.getResponseWriter();
        writer.startElement("input", null);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", name, null);
        writer.writeAttribute("value", value, null);
        writer.endElement("input");
    }
}
