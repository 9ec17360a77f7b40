package jp.yakuba.town.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jp.yakuba.town.TownFolder;

/** The 町字 of the town, built-up ones more often, and lots and buildings in them. */
final class Dwellings {
    private static final String[] BUILDINGS = {"コーポ", "ハイツ", "メゾン", "グリーンハイム", "サンコート", "公営住宅"};

    private final List<Place> places = new ArrayList<>();
    private final String prefix;
    private final SplittableRandom random;
    private int weights;

    Dwellings(TownFolder folder, SplittableRandom random) {
        this.prefix = folder.get("address_prefix");
        this.random = random;
        for (var row : folder.rows("places")) {
            weights += Integer.parseInt(row.get("weight"));
            places.add(new Place(row.get("code"), row.get("name"), row.get("postal_code"), weights));
        }
    }

    /** A dwelling, in a building with the probability given. */
    Dwelling find(double inBuilding) {
        var place = place();
        var lot = (1 + random.nextInt(60)) + "番地" + (random.nextDouble() < 0.6 ? 1 + random.nextInt(40) : "");
        var building = random.nextDouble() < inBuilding ? building() : null;
        var line = prefix + place.name() + lot + (building == null ? "" : '\u3000' + building);
        return new Dwelling(place.code(), place.postalCode(), place.name(), lot, building, line);
    }

    private String building() {
        return BUILDINGS[random.nextInt(BUILDINGS.length)] + (char) ('Ａ' + random.nextInt(8))
                + (1 + random.nextInt(4)) + String.format("%02d", 1 + random.nextInt(8)) + "号";
    }

    private Place place() {
        var ticket = random.nextInt(weights);
        var low = 0;
        var high = places.size() - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (places.get(middle).upTo() > ticket) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return places.get(low);
    }

    private record Place(String code, String name, String postalCode, int upTo) {}
}
