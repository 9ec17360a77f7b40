package jp.yakuba.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.yakuba.account.api.ParkedPost;
import jp.yakuba.account.api.ParkingDesk;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.PostedForm;

/**
 * Behind {@code account-continue.xhtml}: what was sent when the session had ended, to be sent on with one press. Looking at
 * it does not use it up: only sending it on does, with all its fields still in the browser's hands. What is sent may be a
 * form of Faces, so the page looks at every post, whatever state it brings.
 */
@Named
@RequestScoped
public class ContinuePage {
    private static final String HOME = "/my";

    @Inject
    private ParkingDesk desk;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private ParkedPost post;

    /** Finds what waits; a post sends it on to the page it was meant for. */
    public void open() {
        post = desk.find().orElse(null);
        if (Pages.isPost(request)) {
            var path = post == null ? getNext() : post.path();
            desk.forget(path);
            visit.passOn(path);
        } else if (post == null) {
            visit.go(getNext());
        }
    }

    public boolean isWaiting() {
        return post != null;
    }

    /** Where the person goes who does not want to send it. */
    public String getNext() {
        var next = visit.next(HOME);
        return next.startsWith("/account-continue") ? HOME : next;
    }

    public List<PostedForm.Field> getFields() {
        return PostedForm.decode(post.body());
    }
}
