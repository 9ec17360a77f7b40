package jp.yakuba.web.shell;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.lifecycle.Lifecycle;
import java.util.stream.Stream;
import org.primefaces.csp.CspPhaseListener;

/**
 * The script policy of pages with widgets. PrimeFaces' own listener asks once, on the first page that anybody opens, whether
 * there is a policy; ours asks for each page.
 */
final class WidgetScripts implements PhaseListener {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; script-src 'self'";

    /** Takes the place of PrimeFaces' listener. */
    static void install(Lifecycle lifecycle) {
        Stream.of(lifecycle.getPhaseListeners()).filter(CspPhaseListener.class::isInstance)
                .forEach(lifecycle::removePhaseListener);
        lifecycle.addPhaseListener(new WidgetScripts());
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        var faces = event.getFacesContext();
        if (WidgetPolicy.usesWidgets(faces.getExternalContext().getRequestServletPath())) {
            CspPhaseListener.initCsp(faces, true, false, null, POLICY);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // everything is said before
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }
}
