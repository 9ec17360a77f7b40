package jp.yakuba.resident.model;

import java.util.BitSet;
import java.util.List;
import jp.yakuba.resident.api.ShieldDesk;

/**
 * Hides in texts the addresses of protected persons (支援措置), however they are written. The 町字 alone is harmless; with the
 * lot behind it, or a building with its room, it is an address.
 */
public final class AddressVeil {
    private static final String FILLING = "の,、。.:/()「」";
    private static final int MOST_FILLING = 3;
    private static final int SHORTEST_BUILDING = 4;

    private final TownPlaces places;
    private final List<Key> keys;

    public AddressVeil(TownPlaces places, List<Dwelling> dwellings) {
        this.places = places;
        this.keys = dwellings.stream().map(Key::of).toList();
    }

    /** The text without the addresses. */
    public String over(String text) {
        if (text == null || keys.isEmpty() || !WrittenAddress.mayHoldFigure(text)) {
            return text;
        }
        var written = WrittenAddress.of(text);
        var hidden = new BitSet(text.length());
        keys.forEach(key -> mark(key, written, hidden));
        return hidden.isEmpty() ? text : veiled(text, hidden);
    }

    private void mark(Key key, WrittenAddress written, BitSet hidden) {
        var signs = written.signs();
        for (int at = key.namesALot() ? signs.indexOf(key.place()) : -1; at >= 0; at = signs.indexOf(key.place(), at + 1)) {
            int lot = at + key.place().length();
            int end = key.endOfLot(signs, lot);
            if (end > 0 && !places.belongsToLonger(signs, at, lot)) {
                hide(written, at, key.endOfBuilding(signs, end), hidden);
            }
        }
        if (key.namesARoom()) {
            markBuilding(key.building(), written, hidden);
        }
    }

    private static void markBuilding(String building, WrittenAddress written, BitSet hidden) {
        var signs = written.signs();
        for (int at = signs.indexOf(building); at >= 0; at = signs.indexOf(building, at + 1)) {
            int end = Key.endOfFigures(signs, at + building.length());
            if (end > 0) {
                hide(written, at, end, hidden);
            }
        }
    }

    private static void hide(WrittenAddress written, int begin, int end, BitSet hidden) {
        hidden.set(written.from(begin), written.until(end - 1));
    }

    private static String veiled(String text, BitSet hidden) {
        var veiled = new StringBuilder();
        int at = 0;
        for (int begin = hidden.nextSetBit(0); begin >= 0; begin = hidden.nextSetBit(at)) {
            veiled.append(text, at, begin).append(ShieldDesk.HIDDEN);
            at = hidden.nextClearBit(begin);
        }
        return veiled.append(text.substring(at)).toString();
    }

    /**
     * An address in the parts that the ledger keeps.
     *
     * @param building null if there is none
     */
    public record Dwelling(String place, String lot, String building) {
        /**
         * True if both are one, or may be: at one lot, unless they say two different rooms. Buildings are written in many ways, or left out; what stands
         * in the ledger is compared, not what words may say.
         */
        public boolean isSame(Dwelling other) {
            return WrittenAddress.key(place + lot).equals(WrittenAddress.key(other.place + other.lot))
                    && (room().isEmpty() || other.room().isEmpty() || room().equals(other.room()));
        }

        /** The last figures of the building, which name its room; empty if it says none. */
        private String room() {
            var signs = WrittenAddress.key(building);
            int end = signs.length();
            while (end > 0 && !WrittenAddress.isFigure(signs.charAt(end - 1))) {
                end--;
            }
            int begin = end;
            while (begin > 0 && WrittenAddress.isFigure(signs.charAt(begin - 1))) {
                begin--;
            }
            return signs.substring(begin, end);
        }

        /** The form of comparison of what words must hold that say its lot; empty if it has none. */
        List<String> lotInWords() {
            var key = Key.of(this);
            return key.namesALot() ? List.of(key.place(), key.lot()) : List.of();
        }

        /** The same of its building with the room, which words say without the lot too. */
        List<String> roomInWords() {
            var key = Key.of(this);
            return key.namesARoom() ? List.of(key.building()) : List.of();
        }
    }

    /** A dwelling in the form of comparison. */
    private record Key(String place, String lot, String building) {
        static Key of(Dwelling dwelling) {
            return new Key(WrittenAddress.key(dwelling.place()), WrittenAddress.key(dwelling.lot()),
                    WrittenAddress.key(dwelling.building()));
        }

        boolean namesALot() {
            return !place.isEmpty() && !lot.isEmpty();
        }

        /** A building alone is no address, with its room it is. */
        boolean namesARoom() {
            return building.length() >= SHORTEST_BUILDING && building.chars().anyMatch(WrittenAddress::isFigure);
        }

        /** Where the lot ends that stands behind the place; 0 if another lot or none does. */
        int endOfLot(String signs, int behindPlace) {
            int at = behindPlace;
            while (at < signs.length() && at - behindPlace < MOST_FILLING && !signs.startsWith(lot, at)
                    && (signs.charAt(at) == '-' || FILLING.indexOf(signs.charAt(at)) >= 0)) {
                at++;
            }
            boolean directly = at == behindPlace && WrittenAddress.isFigure(place.charAt(place.length() - 1))
                    && WrittenAddress.isFigure(lot.charAt(0));
            if (directly || !signs.startsWith(lot, at)) {
                return 0;
            }
            int end = at + lot.length();
            return goesOn(signs, end) && building.isEmpty() ? 0 : endOfFigures(signs, end);
        }

        /** Behind a lot with a building, figures may name the room; another figure of the lot itself may not. */
        private static int endOfFigures(String signs, int end) {
            if (end < signs.length() && WrittenAddress.isFigure(signs.charAt(end))) {
                return 0;
            }
            int last = end;
            while (last < signs.length() && (signs.charAt(last) == '-' || WrittenAddress.isFigure(signs.charAt(last)))) {
                last++;
            }
            return last;
        }

        int endOfBuilding(String signs, int end) {
            int at = end;
            while (at < signs.length() && at - end < MOST_FILLING && FILLING.indexOf(signs.charAt(at)) >= 0
                    && !signs.startsWith(building, at)) {
                at++;
            }
            return !building.isEmpty() && signs.startsWith(building, at) ? endOfFigures(signs, at + building.length()) : end;
        }

        private static boolean goesOn(String signs, int end) {
            return end < signs.length() && (WrittenAddress.isFigure(signs.charAt(end))
                    || signs.charAt(end) == '-' && end + 1 < signs.length() && WrittenAddress.isFigure(signs.charAt(end + 1)));
        }
    }
}
