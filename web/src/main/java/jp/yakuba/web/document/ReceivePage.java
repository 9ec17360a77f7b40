package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.LetterChannel;
import jp.yakuba.document.api.ReceiptDesk;
import jp.yakuba.document.api.RecordDesk;
import jp.yakuba.document.api.RecordSheet;
import jp.yakuba.document.api.StagedUpload;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/**
 * Behind {@code office/receive.xhtml}: a letter is entered in the register. The sheet carries everything typed and the ids of
 * files handed in already, so that a fault loses neither.
 */
@Named
@RequestScoped
public class ReceivePage {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    @Inject
    private ReceiptDesk desk;

    @Inject
    private RecordDesk records;

    @Inject
    private FilingDesk filing;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FileField handedIn;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private OfficeClock clock;

    private LetterForm form;
    private List<String> sections;
    private String section;
    private final List<UUID> staged = new ArrayList<>();
    private List<StagedUpload.File> files;
    private StagedUpload.Mail mail;
    private final List<String> left = new ArrayList<>();

    /** Reads what the sheet posts and follows the button that was pressed. */
    public void open() throws IOException, ServletException {
        sections = records.listSectionsKept();
        section = Stream.of(request.getParameter("section")).filter(sections::contains).findFirst()
                .or(() -> sections.stream().findFirst()).orElseThrow(NotFound::new);
        form = new LetterForm(request, clock.localNow());
        if (Pages.isPost(request)) {
            form.ids("staged").forEach(staged::add);
            var removed = request.getParameter("y_remove");
            if (removed != null) {
                desk.discard(Pages.id(removed));
                staged.remove(Pages.id(removed));
            }
            boolean kept = handedIn.keep(desk::stage, this::took);
            if (mail != null) {
                form.take(mail);
            }
            if (kept && request.getParameter("y_send") != null) {
                send();
            }
        }
    }

    private void took(StagedUpload upload) {
        upload.files().forEach(file -> staged.add(file.id()));
        left.addAll(upload.left());
        mail = upload.mail() == null ? mail : upload.mail();
    }

    private void send() throws IOException {
        form.faults(clock.localNow()).forEach((id, key) -> faults.add(id, messages.get(key)));
        if (faults.getCount() > 0) {
            return;
        }
        try {
            var record = desk.receive(form.letter(section), staged);
            Pages.goTo("/office/record?id=" + record.id() + "&received=on");
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    /** What is typed so far. */
    public LetterForm getForm() {
        return form;
    }

    /** Sections whose letters the actor may enter. */
    public List<String> getSections() {
        return sections;
    }

    public String getSection() {
        return section;
    }

    /** Files handed in so far. */
    public List<StagedUpload.File> getFiles() {
        if (files == null) {
            files = desk.listStaged(staged);
        }
        return files;
    }

    /** True if one of them cannot be opened. */
    public boolean isUnreadable() {
        return getFiles().stream().anyMatch(StagedUpload.File::isUnreadable);
    }

    /** What the mail just opened says; null if none was. */
    public StagedUpload.Mail getMail() {
        return mail;
    }

    /** Attachments that were not taken out of the mail, in one line. */
    public String getLeft() {
        return String.join("、", left);
    }

    public List<DossierView> getDossiers() {
        return filing.listOpen(section);
    }

    public List<RecordSheet.Reader> getColleagues() {
        return records.listColleagues(section);
    }

    /** Ways a letter can come. */
    public List<LetterChannel> getChannels() {
        return LetterForm.channels().toList();
    }

    /** The latest moment of arrival that can be typed. */
    public String getNow() {
        return MOMENT.format(LocalDateTime.from(clock.localNow()));
    }
}
