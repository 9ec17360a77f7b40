package jp.yakuba.certificate.model;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.yakuba.certificate.api.CopyDoubt;
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

    /**
     * What a person looks at before a copy is issued, for a name may be written otherwise there.
     *
     * @param keyOf a name as it is compared
     */
    public Set<CopyDoubt> doubts(CopyRequest request, UnaryOperator<String> keyOf) {
        var doubts = EnumSet.noneOf(CopyDoubt.class);
        if (!isOfTheNames(request, keyOf)) {
            doubts.add(CopyDoubt.NAMES);
        }
        if (request.relationships() && head == null) {
            doubts.add(CopyDoubt.HEAD);
        }
        return doubts;
    }

    private boolean isOfTheNames(CopyRequest request, UnaryOperator<String> keyOf) {
        if (request.scope() != CopyScope.SOME) {
            var asking = keyOf.apply(request.name());
            return persons.stream().filter(one -> one.birthDate().equals(request.birthDate())).anyMatch(one -> keysOf(one, keyOf).contains(asking));
        }
        var wanted = request.wanted().stream().map(keyOf).collect(toSet());
        var came = persons.stream().map(one -> keysOf(one, keyOf)).toList();
        return came.stream().allMatch(keys -> keys.stream().anyMatch(wanted::contains))
                && wanted.stream().allMatch(key -> came.stream().anyMatch(keys -> keys.contains(key)));
    }

    private static Set<String> keysOf(CopyPerson one, UnaryOperator<String> keyOf) {
        return Stream.of(one.name(), one.romanName()).filter(Objects::nonNull).map(keyOf).collect(toSet());
    }

    private boolean isOfWhatWasWanted(CopyRequest request) {
        return request.relationships() ? persons.stream().allMatch(one -> one.relationship() != null)
                : head == null && persons.stream().allMatch(one -> one.relationship() == null);
    }
}
