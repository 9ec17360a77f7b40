package jp.yakuba.web.shell;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.RuleViolation;

/**
 * What becomes of exceptions in pages: a refusal is told where the person stands or as a page of its own, whoever is not
 * signed in is led to the sign-in, and everything else is logged once and shown without its inside.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {
    /** Attribute of the request in which an error page finds the words of a refusal. */
    public static final String WORDS = "yakuba.refusal";

    private static final System.Logger LOG = System.getLogger(RefusalHandler.class.getName());
    private static final int EXPIRED = 440;

    /** Puts the handler around the container's. */
    public static class Factory extends ExceptionHandlerFactory {
        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new RefusalHandler(getWrapped().getExceptionHandler());
        }
    }

    public RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        var events = getUnhandledExceptionQueuedEvents().iterator();
        if (!events.hasNext()) {
            return;
        }
        var context = events.next().getContext();
        events.remove();
        var faces = FacesContext.getCurrentInstance();
        var failure = context.getException();
        try {
            answer(faces, failure, context.getPhaseId());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        while (events.hasNext()) {
            events.next();
            events.remove();
        }
    }

    private static void answer(FacesContext faces, Throwable failure, PhaseId phase) throws IOException {
        var refusal = find(failure, RuleViolation.class);
        if (refusal != null) {
            refuse(faces, refusal, phase);
        } else if (find(failure, EJBAccessException.class) != null || find(failure, NotSignedIn.class) != null) {
            leadToSignIn(faces);
        } else if (find(failure, NotFound.class) != null) {
            end(faces, 404);
        } else if (find(failure, ViewExpiredException.class) != null) {
            RefusalFilter.because((HttpServletRequest) faces.getExternalContext().getRequest(), RefusalFilter.UNKNOWN_STATE);
            end(faces, EXPIRED);
        } else {
            LOG.log(Level.ERROR, "A page failed", failure);
            end(faces, 500);
        }
    }

    private static void refuse(FacesContext faces, RuleViolation refusal, PhaseId phase) throws IOException {
        var words = CDI.current().select(Messages.class).get().explain(refusal);
        if (faces.isPostback() && phase == PhaseId.INVOKE_APPLICATION) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
            faces.renderResponse();
            return;
        }
        if (refusal.problem() == ApplicationProblem.KNOWN_LESS_SURELY) {
            faces.getExternalContext().redirect(
                    Paths.signInSurer(Paths.asked((HttpServletRequest) faces.getExternalContext().getRequest()), refusal.details()));
            faces.responseComplete();
            return;
        }
        ((HttpServletRequest) faces.getExternalContext().getRequest()).setAttribute(WORDS, words);
        end(faces, refusal.problem().httpStatus());
    }

    private static void leadToSignIn(FacesContext faces) throws IOException {
        var request = (HttpServletRequest) faces.getExternalContext().getRequest();
        var actor = CDI.current().select(CurrentActor.class).get().get();
        var here = Paths.asked(request);
        if (actor.kind() != Actor.Kind.ANONYMOUS) {
            end(faces, 403);
        } else {
            var office = here.startsWith("/office");
            faces.getExternalContext().redirect(
                    (office ? "/office/sign-in?next=" : "/sign-in?next=") + Paths.encode(Paths.safe(here)));
            faces.responseComplete();
        }
    }

    private static void end(FacesContext faces, int status) throws IOException {
        var external = faces.getExternalContext();
        if (external.isResponseCommitted()) {
            faces.responseComplete();
            return;
        }
        external.responseReset();
        if (status == EXPIRED) {
            ((HttpServletRequest) external.getRequest()).setAttribute(ErrorPage.EXPIRED, Boolean.TRUE);
            status = 400;
        }
        external.responseSendError(status, null);
        faces.responseComplete();
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> wanted) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return wanted.cast(cause);
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        return null;
    }
}
