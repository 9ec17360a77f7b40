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
 * Behind {@code office/continue.xhtml}: the counter's sheet that a clerk sent when the session had ended. It is opened again with
 * all that stood on it and sent by the clerk's own press there, not from here.
 */
@Named
@RequestScoped
public class OfficeContinuePage {
    static final String PATH = "/office/continue";
    private static final String HOME = "/office";
    private static final String SEND = "y_send";
    private static final String LOOK = "y_look";

    @Inject
    private ParkingDesk desk;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private ParkedPost post;

    /** Finds what waits; a post opens it on its page. */
    public void open() {
        post = desk.find().orElse(null);
        if (post == null) {
            visit.go(HOME);
        } else if (Pages.isPost(request)) {
            desk.forget(post.path());
            if (request.getParameter("y_leave") != null) {
                visit.go(HOME);
            } else {
                visit.passOn(post.path());
            }
        }
    }

    public boolean isWaiting() {
        return post != null;
    }

    /** The fields as they were typed; the press that sends becomes one that shows the sheet. */
    public List<PostedForm.Field> getFields() {
        return PostedForm.decode(post.body()).stream()
                .map(field -> SEND.equals(field.name()) ? new PostedForm.Field(LOOK, field.value()) : field)
                .toList();
    }
}
