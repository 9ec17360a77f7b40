package jp.yakuba.web.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.exchange.api.PublicationReader;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.register.api.EntryField;
import jp.yakuba.register.api.EntrySheet;
import jp.yakuba.register.api.JointRegisterDesk;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.api.RegisterProblem;
import jp.yakuba.register.api.VendorCategory;
import jp.yakuba.register.api.WriteEntry;
import jp.yakuba.resident.api.ShieldDesk;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/register-write.xhtml}: an entry is written; what was typed stays until it can be kept. */
@Named
@RequestScoped
public class RegisterWritePage {
    private static final Map<EntryField, String> FIELDS = Map.of(EntryField.NAME, "name", EntryField.KANA, "kana", EntryField.CORPORATE_NUMBER,
            "corporateNumber", EntryField.SEAT, "seat", EntryField.CATEGORIES, "category", EntryField.VALID_FROM, "validFrom", EntryField.VALID_UNTIL,
            "validUntil", EntryField.TOWN, "town");

    @Inject
    private JointRegisterDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private EntrySheet sheet;
    private UUID once;

    /** Reads the entry, and writes it if the form was sent. */
    public void open() throws IOException {
        if (!desk.mayKeep(getRegister())) {
            throw new NotFound();
        }
        once = request.getParameter("once") == null ? UUID.randomUUID() : Pages.id(request.getParameter("once"));
        sheet = isKnown() ? found() : null;
        if (Pages.isPost(request)) {
            write();
        }
    }

    private EntrySheet found() {
        try {
            var read = desk.get(getRegister(), getHome(), request.getParameter("number"));
            if (!read.keeping()) {
                throw new NotFound();
            }
            return read;
        } catch (RuleViolation unknown) {
            throw new NotFound();
        }
    }

    private void write() throws IOException {
        var words = words();
        words.wrong().forEach(this::wrong);
        if (faults.getCount() > 0) {
            return;
        }
        try {
            Pages.goTo("/office/register-entry?register=" + getRegister() + "&office=" + getHome() + "&number=" + desk.write(words));
        } catch (RuleViolation refusal) {
            if (refusal.problem() == RegisterProblem.ENTRY_WRONG && !isVendor()) {
                wrong(EntryField.TOWN); // the agreement with the town ended meanwhile
            } else {
                faults.add(fieldOf(refusal.problem()), messages.explain(refusal));
            }
        }
    }

    private void wrong(EntryField field) {
        var key = "office.register.wrong." + field;
        faults.add(FIELDS.get(field), messages.orElse(key + "." + getRegister(), messages.get(key)));
    }

    /** The field with which the refusal has to do; null if with none. */
    private String fieldOf(Problem problem) {
        if (problem == RegisterProblem.ALREADY_REGISTERED) {
            return "corporateNumber";
        }
        return problem == RegisterProblem.HIDDEN_WORDS ? Stream.of("name", "kana", "seat").filter(one -> typed(one).contains(ShieldDesk.HIDDEN)).findFirst()
                .orElse(null) : null;
    }

    private WriteEntry words() {
        return new WriteEntry(getRegister(), once, isKnown() ? request.getParameter("number") : null, version(), typed("name"),
                typed("kana"), Normalizer.normalize(typed("corporateNumber"), Normalizer.Form.NFKC).replaceAll("[\\s-]", ""),
                typed("seat"), chosen(), DateParts.day(typed("validFrom")), DateParts.day(typed("validUntil")),
                getRegister().isOfPersons() ? typed("town") : null, request.getParameter("withheld") != null);
    }

    private Long version() {
        return typed("version").matches("\\d{1,18}") ? Long.valueOf(typed("version")) : null;
    }

    private Set<VendorCategory> chosen() {
        var typed = request.getParameterValues("category");
        var names = typed == null ? Set.<String>of() : Set.copyOf(Arrays.asList(typed).stream().distinct().toList());
        return EnumSet.allOf(VendorCategory.class).stream().filter(one -> names.contains(one.name())).collect(Collectors.toSet());
    }

    private String typed(String field) {
        var value = request.getParameter(field);
        return value == null ? "" : value.strip();
    }

    /** What is shown in a field: as typed, else as it stands. */
    public String shown(String field) {
        if (Pages.isPost(request)) {
            return typed(field);
        }
        if (sheet == null) {
            return "";
        }
        return switch (field) {
            case "name" -> sheet.line().name();
            case "kana" -> sheet.kana();
            case "corporateNumber" -> sheet.corporateNumber();
            case "seat" -> sheet.seat();
            case "validFrom" -> sheet.validFrom() == null ? "" : sheet.validFrom().toString();
            case "validUntil" -> sheet.line().validUntil().toString();
            case "version" -> String.valueOf(sheet.version());
            default -> "";
        };
    }

    /** True if the vendor may bid for it. */
    public boolean bids(VendorCategory category) {
        return Pages.isPost(request) ? chosen().contains(category) : sheet != null && sheet.categories().contains(category);
    }

    /** True if the user was registered in the town. */
    public boolean registered(String town) {
        var chosen = Pages.isPost(request) ? typed("town") : sheet == null ? getHome() : sheet.town();
        return town.equals(chosen);
    }

    /** True if other offices are not told. */
    public boolean isWithheld() {
        return Pages.isPost(request) ? request.getParameter("withheld") != null : sheet != null && sheet.withheld();
    }

    /** Key of the words that say what it means not to tell others: of an entry that they were told of, what comes of that. */
    public String getWithheldHint() {
        return "office.register.withheld.hint." + (sheet == null || sheet.withheld() ? "" : "told.") + getRegister();
    }

    /** This town, those that may read the register, and the one that stands in the entry. */
    public List<PublicationReader> getTowns() {
        var towns = new ArrayList<PublicationReader>();
        towns.add(new PublicationReader(getHome(), organization.town().name(), null));
        towns.addAll(desk.listReaders(getRegister()));
        if (sheet != null && sheet.town() != null && towns.stream().noneMatch(one -> one.code().equals(sheet.town()))) {
            towns.add(new PublicationReader(sheet.town(), sheet.townName(), null));
        }
        return towns;
    }

    public Register getRegister() {
        return RegisterWords.of(request.getParameter("register"));
    }

    public boolean isVendor() {
        return getRegister() == Register.VENDOR;
    }

    /** True if the entry is there already. */
    public boolean isKnown() {
        return request.getParameter("number") != null && !request.getParameter("number").isEmpty();
    }

    public UUID getOnce() {
        return once;
    }

    public VendorCategory[] getCategories() {
        return VendorCategory.values();
    }

    private String getHome() {
        return organization.town().code();
    }

    /** Where one goes without writing. */
    public String getBack() {
        return isKnown() && sheet != null ? "/office/register-entry?register=" + getRegister() + "&office=" + getHome() + "&number=" + sheet.line().number()
                : "/office/registers?register=" + getRegister();
    }

    /** Address of this page. */
    public String getAddress() {
        return "/office/register-write?register=" + getRegister() + (sheet == null ? "" : "&number=" + sheet.line().number());
    }
}
