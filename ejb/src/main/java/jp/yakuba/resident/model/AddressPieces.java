package jp.yakuba.resident.model;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The signs of an address in the form of comparison, each alone and each with the one behind it: an address that says another one holds all pieces of
 * it, so that a table of addresses is searched for it by an index. What is found may say it; the veil knows.
 */
public final class AddressPieces {
    private AddressPieces() {}

    /** Pieces of a text; none holds a blank. */
    public static Set<String> of(String text) {
        return pieces(WrittenAddress.of(text).signs());
    }

    /** What a text holds that says the dwelling: its place and lot; or its building with the room. Nothing for one that no words say. */
    public static Stream<Set<String>> whichSay(AddressVeil.Dwelling dwelling) {
        return Stream.of(dwelling.lotInWords(), dwelling.roomInWords()).map(AddressPieces::all).filter(pieces -> !pieces.isEmpty());
    }

    private static Set<String> all(List<String> words) {
        return words.stream().map(AddressPieces::pieces).flatMap(Set::stream).collect(toSet());
    }

    private static Set<String> pieces(String words) {
        var signs = words.codePoints().filter(sign -> !Character.isWhitespace(sign)).mapToObj(Character::toString).toList();
        var pieces = new HashSet<>(signs);
        for (int at = 1; at < signs.size(); at++) {
            pieces.add(signs.get(at - 1) + signs.get(at));
        }
        return pieces;
    }
}
