package jp.yakuba.document.service.dispatch;

import static jp.yakuba.document.api.DocumentProblem.ADDRESS_WITHHELD;
import static jp.yakuba.document.api.DocumentProblem.EXCHANGE_NOT_CONNECTED;
import static jp.yakuba.document.api.DocumentProblem.NO_INBOX;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_OFFICE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECIPIENT;
import static jp.yakuba.document.api.DocumentProblem.RECIPIENT_INCOMPLETE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchChannel;
import jp.yakuba.document.api.DocumentExchange;
import jp.yakuba.document.api.LetterMark;
import jp.yakuba.document.api.SendOut.Recipient;
import jp.yakuba.document.model.dispatch.Addressee;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;

/**
 * Finds out to whom something goes. The address of a resident is asked of the ledger, as the actor may see it, and kept
 * nowhere; a protected one that no second person has released stops the post.
 */
@ApplicationScoped
public class Addressees {
    private static final String REASON = "文書の発送";

    @Inject
    private ResidentDesk residents;

    @Inject
    private AccountDesk accounts;

    @Inject
    private DocumentExchange exchange;

    @Inject
    private AuditDesk audit;

    @Inject
    private OfficeClock clock;

    /** The addressee whom the command means. */
    Addressee of(Recipient recipient) {
        if (recipient.channel() == DispatchChannel.EXCHANGE) {
            return office(recipient);
        }
        if (recipient.channel() == DispatchChannel.NOTICE) {
            return board(recipient);
        }
        return isGiven(recipient.personNumber()) ? resident(recipient) : body(recipient);
    }

    private Addressee board(Recipient recipient) {
        if (recipient.until() == null || recipient.until().isBefore(clock.today())) {
            throw new RuleViolation(RECIPIENT_INCOMPLETE, "until");
        }
        return new Addressee(DispatchChannel.NOTICE, isGiven(recipient.name()) ? recipient.name().strip() : "掲示場", null, null, null,
                "ja", null, null, null, recipient.until());
    }

    private Addressee office(Recipient recipient) {
        var offices = exchange.listOffices();
        if (offices.isEmpty()) {
            throw new RuleViolation(EXCHANGE_NOT_CONNECTED);
        }
        require(isGiven(recipient.office()), "office");
        var office = offices.stream().filter(one -> one.code().equals(recipient.office())).findFirst()
                .orElseThrow(() -> new RuleViolation(NO_SUCH_OFFICE, recipient.office()));
        if (recipient.deadline() != null && recipient.deadline().isBefore(clock.today())) {
            throw new RuleViolation(RECIPIENT_INCOMPLETE, "deadline");
        }
        var section = isGiven(recipient.officeSection()) ? recipient.officeSection().strip() : null;
        var name = section == null ? office.name() : office.name() + "　" + section;
        var mark = recipient.mark() == null ? LetterMark.ORDINARY : recipient.mark();
        return new Addressee(DispatchChannel.EXCHANGE, name, section == null ? "御中" : "様", null, null, "ja", null, null, null, null,
                new Addressee.Office(office.code(), section, mark, recipient.deadline()));
    }

    private Addressee body(Recipient recipient) {
        require(isGiven(recipient.name()), "name");
        require(recipient.channel() != DispatchChannel.INBOX, "personNumber");
        if (recipient.channel() == DispatchChannel.MAIL) {
            return new Addressee(DispatchChannel.MAIL, recipient.name().strip(), "様", null, null, "ja", mail(recipient), null, null, null);
        }
        require(isGiven(recipient.postalCode()), "postalCode");
        require(isGiven(recipient.address()), "address");
        return new Addressee(DispatchChannel.POST, recipient.name().strip(), "様", null, null, "ja", null, recipient.postalCode().strip(),
                recipient.address().strip(), null);
    }

    private Addressee resident(Recipient recipient) {
        var person = residents.findByNumber(recipient.personNumber().strip(), REASON)
                .orElseThrow(() -> new RuleViolation(NO_SUCH_RECIPIENT, recipient.personNumber().strip()));
        return switch (recipient.channel()) {
            case INBOX -> inbox(person);
            case MAIL -> new Addressee(DispatchChannel.MAIL, person.name(), "様", person.id(), null, "ja", mail(recipient), null, null, null);
            default -> {
                requireAddress(person);
                yield new Addressee(DispatchChannel.POST, person.name(), "様", person.id(), null, "ja", null, null, null, null);
            }
        };
    }

    private Addressee inbox(PersonView person) {
        var account = accounts.findAccountOf(person.id()).orElseThrow(() -> new RuleViolation(NO_INBOX, person.name()));
        var language = accounts.correspondent(account).language();
        return new Addressee(DispatchChannel.INBOX, person.name(), "様", person.id(), account, language, null, null, null, null);
    }

    /** The resident with the address as the actor may see it now; refused, and written down, if that is not at all. */
    PersonView withAddress(UUID personId) {
        return requireAddress(residents.get(personId, REASON));
    }

    /** The residents as the actor may see them now. */
    Map<UUID, PersonView> seen(List<UUID> personIds) {
        return residents.list(personIds, REASON).stream().collect(Collectors.toMap(PersonView::id, person -> person));
    }

    private PersonView requireAddress(PersonView person) {
        if (person.address() == null) {
            audit.refused(AuditNote.ofPerson("document.dispatch-post", person.id(), ADDRESS_WITHHELD.code()));
            throw new RuleViolation(ADDRESS_WITHHELD, person.name());
        }
        return person;
    }

    private static String mail(Recipient recipient) {
        require(isGiven(recipient.mail()) && recipient.mail().strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), "mail");
        return recipient.mail().strip();
    }

    private static void require(boolean given, String field) {
        if (!given) {
            throw new RuleViolation(RECIPIENT_INCOMPLETE, field);
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
