package jp.yakuba.resident.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The 町字 of the town as texts are searched for them. */
public final class TownPlaces {
    private final List<Key> keys;

    private TownPlaces(List<Key> keys) {
        this.keys = keys;
    }

    /** The places by code and name. */
    public static TownPlaces of(Collection<Named> places) {
        return new TownPlaces(places.stream().map(place -> new Key(place.code(), WrittenAddress.key(place.name())))
                .filter(key -> !key.words().isEmpty()).toList());
    }

    /** True if one of the texts may have a figure, without which there is no lot and no room. */
    public static boolean canHoldAddress(Collection<String> texts) {
        return texts.stream().anyMatch(WrittenAddress::mayHoldFigure);
    }

    /** Codes of the places that the texts name; a text without any figure holds no address and is not searched. */
    public Set<String> namedIn(Collection<String> texts) {
        return texts.stream().filter(WrittenAddress::mayHoldFigure).map(WrittenAddress::of).map(WrittenAddress::signs)
                .flatMap(signs -> keys.stream().filter(key -> signs.contains(key.words())))
                .map(Key::code)
                .collect(Collectors.toSet());
    }

    /** True if the place whose name ends there is another one with a longer name (北西士狩 is not 西士狩). */
    boolean belongsToLonger(String signs, int begin, int end) {
        var name = signs.substring(begin, end);
        return keys.stream().map(Key::words)
                .filter(words -> words.length() > name.length() && words.endsWith(name))
                .anyMatch(words -> signs.startsWith(words, end - words.length()));
    }

    /** A 町字 with its code. */
    public record Named(String code, String name) {}

    private record Key(String code, String words) {}
}
