package jp.yakuba.register.service;

import static jp.yakuba.register.api.RegisterProblem.ALREADY_REGISTERED;
import static jp.yakuba.register.api.RegisterProblem.CHANGED_MEANWHILE;
import static jp.yakuba.register.api.RegisterProblem.ENTRY_WRONG;
import static jp.yakuba.register.api.RegisterProblem.HIDDEN_WORDS;
import static jp.yakuba.register.api.RegisterProblem.NO_SUCH_ENTRY;
import static jp.yakuba.register.api.RegisterProblem.REASON_MISSING;
import static jp.yakuba.register.api.RegisterProblem.SUSPENSION_WRONG;
import static jp.yakuba.register.api.RegisterProblem.TOO_MANY_SUSPENSIONS;
import static jp.yakuba.register.api.RegisterProblem.WITHDRAWN_ALREADY;
import static jp.yakuba.register.api.RegisterProblem.WORDS_MISSING;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jp.yakuba.exchange.api.CopyView;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.exchange.api.PublicationReader;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.register.api.EntryDeed;
import jp.yakuba.register.api.EntryLine;
import jp.yakuba.register.api.EntrySheet;
import jp.yakuba.register.api.JointRegisterDesk;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.api.Suspension;
import jp.yakuba.register.api.WriteEntry;
import jp.yakuba.register.model.Entry;
import jp.yakuba.register.model.EntryContent;
import jp.yakuba.register.model.PastState;
import jp.yakuba.register.store.RegisterStore;
import jp.yakuba.resident.api.ShieldDesk;

/** Behind the desk of joint registers: a change is kept, remembered and published in one deed, under a lock on its entry. */
@Stateless
@RunAs(Role.DESK)
public class JointRegisterDeskBean implements JointRegisterDesk {
    private static final int LONGEST_REASON = 500;
    private static final int SHORTEST_WORDS = 2;
    /** Name, reading and seat come first among the words; grounds of suspensions, which follow, nobody writes here. */
    private static final int FIELDS = 3;

    private RegisterStore store;
    private RegisterHands hands;
    private RegisterSheets sheets;
    private PublicationDesk publications;
    private OrganizationDesk organization;
    private RegisterPublishing publishing;
    private ShieldDesk shield;
    private CurrentActor actor;
    private OfficeClock clock;

    protected JointRegisterDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public JointRegisterDeskBean(
            RegisterStore store, RegisterHands hands, RegisterSheets sheets, PublicationDesk publications, OrganizationDesk organization,
            RegisterPublishing publishing, ShieldDesk shield, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.hands = hands;
        this.sheets = sheets;
        this.publications = publications;
        this.organization = organization;
        this.publishing = publishing;
        this.shield = shield;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public boolean mayKeep(Register register) {
        return hands.holds(register);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public Page<EntryLine> list(Register register, String words, PageRequest request) {
        hands.requireLook(register);
        var typed = VisibleText.of(words == null ? "" : words).replace("\u0000", "").strip();
        if (register.isOfPersons() && !isEnough(typed)) {
            throw new RuleViolation(WORDS_MISSING);
        }
        var found = store.list(register, typed, request);
        hands.listed(register, found.stream().map(one -> List.of(one.office(), one.content().number())).toList());
        return new Page<>(sheets.lines(found), store.count(register, typed), request);
    }

    /** True if each word has two letters, of which one at least is a letter or a figure. */
    private static boolean isEnough(String words) {
        var all = RegisterStore.words(words);
        return !all.isEmpty() && all.stream().allMatch(one -> one.codePointCount(0, one.length()) >= SHORTEST_WORDS
                && one.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST_WORDS);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public EntrySheet get(Register register, String office, String number) {
        hands.requireLook(register);
        var entry = store.find(register, office, number).orElseThrow(() -> new RuleViolation(NO_SUCH_ENTRY));
        hands.looked(register, office, number);
        return sheets.sheet(entry, entry.own() && !entry.isWithdrawn() && hands.holds(register));
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public String write(WriteEntry words) {
        hands.require(words.register());
        if (!words.wrong().isEmpty()) {
            throw new RuleViolation(ENTRY_WRONG);
        }
        return words.number() == null ? enter(words) : change(words);
    }

    /** Refuses a town that is not of those that may read the register; one that stands there already may stay. */
    private void requireMember(WriteEntry words, String before) {
        if (words.register().isOfPersons() && !words.town().equals(before) && !isMember(words.register(), words.town())) {
            throw new RuleViolation(ENTRY_WRONG);
        }
    }

    /** True of this town and of those that may read the register. */
    private boolean isMember(Register register, String town) {
        return town.equals(office()) || publications.listReaders(register.publication()).stream().anyMatch(one -> one.code().equals(town));
    }

    private String enter(WriteEntry words) {
        store.lockForm(words.once());
        var known = store.findByForm(words.once());
        if (known.isPresent()) {
            return known.get();
        }
        requireMember(words, null);
        mustBeNew(words, "");
        var number = words.register().number(store.takePlace(words.register()));
        var entry = new Entry(content(words, number, List.of()), office(), true, 1, words.withheld(), null);
        remember(entry, words.once(), EntryDeed.ENTERED, null, "register.enter");
        return number;
    }

    private String change(WriteEntry words) {
        var before = held(words.register(), words.number(), words.version() == null ? 0 : words.version());
        requireMember(words, before.content().town());
        mustBeNew(words, words.number());
        var content = unhidden(before.content(), content(words, words.number(), before.content().suspensions()));
        var entry = new Entry(content, before.office(), true, before.version() + 1, words.withheld(), null);
        remember(entry, EntryDeed.CHANGED, null, "register.change");
        return words.number();
    }

    /**
     * The content with what stood there before wherever the mark of a hidden address was left as it was shown. Other words with the mark are refused,
     * also where nothing is hidden any more: they would take the address out without the writer knowing.
     */
    private EntryContent unhidden(EntryContent before, EntryContent next) {
        var stood = before.words();
        var shown = shield.hide(stood);
        var written = new ArrayList<>(next.words());
        for (int i = 0; i < written.size(); i++) {
            if (i >= FIELDS || written.get(i).equals(shown.get(i))) {
                written.set(i, stood.get(i));
            } else if (written.get(i).contains(ShieldDesk.HIDDEN)) {
                throw new RuleViolation(HIDDEN_WORDS);
            }
        }
        return next.withWords(written.iterator());
    }

    private void mustBeNew(WriteEntry words, String number) {
        if (words.register() == Register.VENDOR && !words.corporateNumber().isEmpty()) {
            store.lockCorporation(words.corporateNumber());
            store.findCorporation(words.register(), words.corporateNumber(), number).ifPresent(there -> {
                throw new RuleViolation(ALREADY_REGISTERED, there);
            });
        }
    }

    private EntryContent content(WriteEntry words, String number, List<Suspension> suspensions) {
        boolean vendor = words.register() == Register.VENDOR;
        return new EntryContent(words.register(), number, words.name(), words.kana(),
                vendor ? words.corporateNumber() : "", vendor ? words.seat() : "",
                vendor ? words.categories().stream().sorted().toList() : List.of(), vendor ? words.validFrom() : null, words.validUntil(),
                vendor ? null : words.town(), suspensions);
    }

    /** The own entry as whoever acts saw it, held until the deed ends. */
    private Entry held(Register register, String number, long version) {
        var entry = store.lock(register, office(), number).filter(Entry::own).orElseThrow(() -> new RuleViolation(NO_SUCH_ENTRY));
        if (entry.isWithdrawn()) {
            throw new RuleViolation(WITHDRAWN_ALREADY);
        }
        if (entry.version() != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
        return entry;
    }

    private String office() {
        return organization.town().code();
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void suspend(String number, long version, Suspension suspension) {
        hands.require(Register.VENDOR);
        var clean = new Suspension(suspension.from(), suspension.until(), VisibleText.of(suspension.ground() == null ? "" : suspension.ground()).strip());
        if (!EntryContent.isWhole(clean) || !WriteEntry.isDay(clean.from()) || !WriteEntry.isDay(clean.until())) {
            throw new RuleViolation(SUSPENSION_WRONG);
        }
        var before = held(Register.VENDOR, number, version);
        var all = new ArrayList<>(before.content().suspensions());
        if (all.size() >= EntryContent.MOST_SUSPENSIONS) {
            throw new RuleViolation(TOO_MANY_SUSPENSIONS, EntryContent.MOST_SUSPENSIONS);
        }
        all.add(clean);
        all.sort(Comparator.comparing(Suspension::from));
        resuspend(before, all, EntryDeed.SUSPENDED, null, "register.suspend");
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void lift(String number, long version, int place, String reason) {
        hands.require(Register.VENDOR);
        var why = reason(reason);
        var before = held(Register.VENDOR, number, version);
        var yesterday = clock.today().minusDays(1);
        if (place < 0 || place >= before.content().suspensions().size() || !before.content().suspensions().get(place).until().isAfter(yesterday)) {
            throw new RuleViolation(SUSPENSION_WRONG);
        }
        var all = new ArrayList<>(before.content().suspensions());
        var lifted = all.remove(place);
        if (!lifted.from().isAfter(yesterday)) {
            all.add(place, new Suspension(lifted.from(), yesterday, lifted.ground()));
        }
        resuspend(before, all, EntryDeed.LIFTED, why, "register.lift");
    }

    private void resuspend(Entry before, List<Suspension> all, EntryDeed deed, String reason, String word) {
        var entry = new Entry(before.content().with(all), before.office(), true, before.version() + 1, before.withheld(), null);
        remember(entry, deed, reason, word);
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void withdraw(Register register, String number, long version, String reason) {
        hands.require(register);
        var why = reason(reason);
        var before = held(register, number, version);
        store.withdraw(register, before.office(), number, version + 1, clock.now());
        store.keep(register, before.office(), number, new PastState(clock.now(), actor.get().name(), EntryDeed.WITHDRAWN, why, null));
        publishing.withdraw(register, number);
        hands.changed("register.withdraw", register, before.office(), number);
    }

    private static String reason(String typed) {
        var reason = VisibleText.of(typed == null ? "" : typed).strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new RuleViolation(REASON_MISSING);
        }
        return reason;
    }

    private void remember(Entry entry, EntryDeed deed, String reason, String word) {
        remember(entry, null, deed, reason, word);
    }

    /** Keeps how it stands now, and publishes what others may know of it. What could not be read again is not kept. */
    private void remember(Entry entry, UUID once, EntryDeed deed, String reason, String word) {
        var content = entry.content();
        if (!content.isKeepable()) {
            throw new RuleViolation(ENTRY_WRONG);
        }
        store.put(entry, once);
        store.keep(content.register(), entry.office(), content.number(), new PastState(clock.now(), actor.get().name(), deed, reason, content));
        publishing.publish(entry);
        hands.changed(word, content.register(), entry.office(), content.number());
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<CopyView> listCopies(Register register) {
        hands.requireLook(register);
        return publications.listCopies(register.publication());
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public List<PublicationReader> listReaders(Register register) {
        hands.requireLook(register);
        return publications.listReaders(register.publication());
    }

    @Override
    @RolesAllowed(Role.STAFF)
    public void refresh(Register register) {
        hands.requireLook(register);
        publications.refresh(register.publication());
    }
}
