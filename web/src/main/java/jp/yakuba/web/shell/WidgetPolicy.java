package jp.yakuba.web.shell;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import java.util.concurrent.atomic.AtomicBoolean;
import org.primefaces.config.PrimeConfiguration;
import org.primefaces.config.PrimeEnvironment;
import org.primefaces.context.PrimeApplicationContext;

/**
 * Keeps the nonces of PrimeFaces' script policy to the office's screens. The residents' pages have no inline script, and
 * a nonce would cost each of their readers a session.
 */
public class WidgetPolicy extends FacesContextFactory {
    private final AtomicBoolean installed = new AtomicBoolean();

    public WidgetPolicy(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        var faces = getWrapped().getFacesContext(context, request, response, lifecycle);
        if (installed.compareAndSet(false, true)) {
            PrimeApplicationContext.setCurrentInstance(new Context(faces), faces);
            WidgetScripts.install(lifecycle);
        }
        return faces;
    }

    /** True for the office's screens; its sign-in pages are as plain as the residents'. */
    static boolean usesWidgets(String path) {
        return path.startsWith("/office") && !path.startsWith("/office/sign-in");
    }

    private static final class Context extends PrimeApplicationContext {
        private final PrimeConfiguration perPage;

        Context(FacesContext faces) {
            super(faces);
            perPage = new PerPage(faces, super.getEnvironment());
        }

        @Override
        public PrimeConfiguration getConfig() {
            return perPage == null ? super.getConfig() : perPage;
        }
    }

    private static final class PerPage extends PrimeConfiguration {
        PerPage(FacesContext faces, PrimeEnvironment environment) {
            super(faces, environment);
        }

        @Override
        public boolean isCsp() {
            var faces = FacesContext.getCurrentInstance();
            var path = faces == null ? null : faces.getExternalContext().getRequestServletPath();
            return path != null && usesWidgets(path) && super.isCsp();
        }
    }
}
