package jp.yakuba.certificate.model;

import java.time.LocalDate;
import java.util.List;
import jp.yakuba.certificate.api.CopyPerson;
import jp.yakuba.certificate.api.CopyScope;

/**
 * What a copy says.
 *
 * @param asOf the day whose ledger says so; a copy is issued on that day alone
 * @param whole true if it is of the whole household (世帯全員)
 * @param head name of the head; null unless it was wanted
 */
public record CopyItems(LocalDate asOf, boolean whole, String head, List<CopyPerson> persons) {
    public CopyItems {
        persons = List.copyOf(persons);
    }

    /** True if this is what was asked: of as many as were wanted, whoever asked among them, and no more of each than was wanted. */
    public boolean answers(CopyRequest request) {
        return whole == (request.scope() == CopyScope.WHOLE) && isOfThose(request) && isOfWhatWasWanted(request);
    }

    private boolean isOfThose(CopyRequest request) {
        boolean ofAsking = persons.stream().anyMatch(one -> one.birthDate().equals(request.birthDate())); // the name may be written otherwise there
        return switch (request.scope()) {
            case WHOLE -> ofAsking;
            case SELF -> ofAsking && persons.size() == 1;
            case SOME -> persons.size() == request.wanted().size();
        };
    }

    private boolean isOfWhatWasWanted(CopyRequest request) {
        return request.relationships() ? persons.stream().allMatch(one -> one.relationship() != null)
                : head == null && persons.stream().allMatch(one -> one.relationship() == null);
    }
}
