package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.application.model.form.People;
import jp.yakuba.resident.api.AddressDesk;
import jp.yakuba.resident.api.HouseholdView;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentDesk;

/** What the office knows already of an applicant, as answers: from the account, and from the ledger for those linked to it. */
@ApplicationScoped
public class Prefill {
    @Inject
    private AccountDesk accounts;

    @Inject
    private SureEnough sureEnough;

    @Inject
    private ResidentDesk residents;

    @Inject
    private AddressDesk addresses;

    /** Answers known of the account's owner, for the owner; of the ledger only what a card's session may be shown. */
    public Map<String, String> ofAccount(UUID accountId) {
        return known(accountId, sureEnough.forTheLedger(), residents::householdOfSelf);
    }

    /**
     * Answers known of somebody who lets another act. The ledger speaks only where both were known by a card, and a protected
     * address is not told even to an agent.
     */
    public Map<String, String> ofPrincipal(UUID accountId, UUID mandateId) {
        boolean ledger = sureEnough.forTheLedger()
                && accounts.mandateGivenWith(mandateId).satisfies(SureEnough.FOR_THE_LEDGER);
        return known(accountId, ledger, person -> residents.householdOf(person, "application.mandate"));
    }

    /** Answers known of somebody at the counter, as far as the clerk may see the household. */
    Map<String, String> atCounter(UUID personId, HouseholdView household) {
        return ofPerson(personId, household);
    }

    private Map<String, String> known(UUID accountId, boolean ledger, Function<UUID, HouseholdView> household) {
        var known = new LinkedHashMap<String, String>();
        var account = accounts.get(accountId);
        if (account.mailVerified()) {
            put(known, "applicant.mail", account.mailAddress());
        }
        if (ledger) {
            accounts.findPersonOf(accountId).ifPresent(person -> known.putAll(ofPerson(person, household.apply(person))));
        }
        return known;
    }

    private Map<String, String> ofPerson(UUID personId, HouseholdView household) {
        var known = new LinkedHashMap<String, String>();
        int index = 0;
        for (var member : household.members()) {
            var path = People.GROUP + "." + index + ".";
            put(known, path + "name", member.name());
            put(known, path + "kana", member.kana());
            put(known, path + "birthDate", String.valueOf(member.birthDate()));
            put(known, path + "sex", member.sex());
            put(known, path + "relationship", member.relationship());
            put(known, path + "roman", member.romanName());
            put(known, path + "nationality", "JPN".equals(member.nationality()) ? "日本" : null);
            if (member.id().equals(personId)) {
                put(known, "applicant.member", "m" + index);
                applicant(known, member);
            }
            index++;
        }
        put(known, People.GROUP + ".count", String.valueOf(index));
        return known;
    }

    private void applicant(Map<String, String> known, PersonView person) {
        put(known, "applicant.name", person.name());
        put(known, "applicant.kana", person.kana());
        put(known, "applicant.birthDate", String.valueOf(person.birthDate()));
        put(known, "applicant.sex", person.sex());
        if (person.address() == null || person.postalCode() == null) {
            return;
        }
        addresses.placesOf(person.postalCode()).stream()
                .filter(place -> place.here() && person.address().contains(place.place()))
                .findFirst()
                .ifPresent(place -> {
                    int end = person.address().indexOf(place.place()) + place.place().length();
                    put(known, "applicant.address.postal", person.postalCode());
                    put(known, "applicant.address.place", person.address().substring(0, end));
                    put(known, "applicant.address.lot", person.address().substring(end).strip());
                });
    }

    private static void put(Map<String, String> known, String path, String answer) {
        if (answer != null && !answer.isBlank() && !answer.equals("null")) {
            known.put(path, answer);
        }
    }
}
