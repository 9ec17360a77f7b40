package jp.yakuba.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.account.api.ParkedPost;
import jp.yakuba.account.api.ParkingDesk;
import jp.yakuba.web.shell.PostedForm;

/** Behind {@code account-continue.xhtml}: what was sent when the session had ended, to be sent again with one press. */
@Named
@RequestScoped
public class ContinuePage {
    @Inject
    private ParkingDesk desk;

    private ParkedPost post;

    @PostConstruct
    void open() {
        post = desk.take().orElse(null);
    }

    public boolean isWaiting() {
        return post != null;
    }

    public String getPath() {
        return post.path();
    }

    public List<PostedForm.Field> getFields() {
        return PostedForm.decode(post.body());
    }
}
