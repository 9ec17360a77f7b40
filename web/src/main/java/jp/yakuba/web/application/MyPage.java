package jp.yakuba.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.application.api.ApplicationDesk;
import jp.yakuba.application.api.ApplicationLine;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.application.api.BundleView;
import jp.yakuba.application.api.DraftDesk;
import jp.yakuba.application.api.DraftLine;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.notification.api.NoticeBoxDesk;
import jp.yakuba.notification.api.NoticeLine;
import jp.yakuba.notification.api.NoticeView;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code my.xhtml}: {@code /my} shows everything of a person, {@code /my/<bundle>} where one sitting stands,
 * {@code /my/done/<bundle>} its receipts, and {@code /my/application/<id>} one application.
 */
@Named
@RequestScoped
public class MyPage {
    private static final int NOTICES = 50;

    @Inject
    private ApplicationDesk desk;

    @Inject
    private DraftDesk draftDesk;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ApplicationPage application;

    @Inject
    private VisitPage visit;

    @Inject
    private NoticeBoxDesk notices;

    private String view;
    private NoticeView notice;
    private BundleView bundle;
    private List<BundleView> bundles;
    private List<SubmissionView> past;
    private List<DraftLine> drafts;
    private List<ApplicationLine> yours;
    private List<NoticeLine> noticeLines;
    private Long unread;

    /** Finds what the address names; a post is followed first. */
    public void open() throws IOException {
        var part = Paths.part(request, 1);
        switch (part) {
            case "" -> view = "all";
            case "application" -> {
                application.open();
                view = application.getView();
            }
            case "notices" -> {
                var id = Paths.part(request, 2);
                notice = id.isEmpty() ? null : notices.open(Pages.id(id));
                view = "notices";
            }
            case "visit" -> {
                visit.open();
                view = "visit";
            }
            case "done" -> {
                bundle = desk.getBundle(Pages.id(Paths.part(request, 2)));
                view = "done";
            }
            default -> {
                bundle = desk.getBundle(Pages.id(part));
                view = "bundle";
            }
        }
    }

    /** Name of the part that is shown. */
    public String getView() {
        return view;
    }

    /** The bundle that is shown; null on the page of everything. */
    public BundleView getBundle() {
        return bundle;
    }

    public List<BundleView> getBundles() {
        if (bundles == null) {
            bundles = desk.listMine();
        }
        return bundles;
    }

    /** What the person sent under mandates that have ended: numbers and moments alone. */
    public List<SubmissionView> getPast() {
        if (past == null) {
            past = desk.listSentUnderEndedMandates();
        }
        return past;
    }

    public List<DraftLine> getDrafts() {
        if (drafts == null) {
            drafts = draftDesk.listMine();
        }
        return drafts;
    }

    /** The notice that was opened; null on the list. */
    public NoticeView getNotice() {
        return notice;
    }

    /** The latest notices. */
    public List<NoticeLine> getNotices() {
        if (noticeLines == null) {
            noticeLines = notices.listMine(new PageRequest(0, NOTICES)).rows();
        }
        return noticeLines;
    }

    public long getUnread() {
        if (unread == null) {
            unread = notices.countUnread();
        }
        return unread;
    }

    /** What the person must do, over all bundles. */
    public List<ApplicationLine> getYours() {
        if (yours == null) {
            yours = getBundles().stream().flatMap(each -> each.applications().stream())
                    .filter(line -> line.state() == ApplicationState.CORRECTION).toList();
        }
        return yours;
    }

    /** Title of a bundle: its first procedure and how many more. */
    public String title(BundleView any) {
        var lines = any.applications();
        return lines.size() == 1
                ? ui.text(lines.get(0).name())
                : messages.of("application.bundle", ui.text(lines.get(0).name()), lines.size());
    }

    /** Title of a draft, in the same manner. */
    public String title(DraftLine any) {
        var names = any.procedures();
        return names.size() == 1
                ? ui.text(names.get(0))
                : messages.of("application.bundle", ui.text(names.get(0)), names.size());
    }
}
