package jp.yakuba.application.model.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.yakuba.kernel.Folding;

/**
 * Countries and regions by the names that people write, as the Java platform knows them in Japanese and English, and their
 * codes of three letters (ISO 3166-1; for somebody without a nationality ICAO Doc 9303-3, section 5).
 */
public final class Nations {
    /** The answer of a list of nationalities that has not the one in question; its name is asked besides. */
    public static final String OTHER = "その他";
    /** The token of HTML autocomplete that marks a question for the name of a country. */
    static final String COUNTRY_NAME = "country-name";

    /** Of a nationality that is not named, as travel documents write it: an earlier form did not ask the name. */
    private static final String UNSPECIFIED = "XXX";
    private static final Map<String, String> CODES = codes();

    private Nations() {}

    /** The code of a nationality chosen from a list, or of the name beside it; what nobody knows stays as it was written. */
    public static String code(String chosen, String named) {
        var name = chosen.equals(OTHER) ? named : chosen;
        return name.isBlank() && chosen.equals(OTHER) ? UNSPECIFIED : find(name).orElse(name);
    }

    /** The code behind a name, in Japanese or English; empty if no country or region is called so. */
    static Optional<String> find(String name) {
        return Optional.ofNullable(CODES.get(key(name)));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var country : Locale.getISOCountries()) {
            var place = new Locale("", country);
            Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                    .map(place::getDisplayCountry)
                    .flatMap(name -> Stream.of(name, name.replaceAll("\\s*[(（].*", "")))
                    .forEach(name -> codes.put(key(name), place.getISO3Country()));
        }
        List.of("米国", "アメリカ", "USA").forEach(name -> codes.put(key(name), "USA"));
        List.of("英国", "UK").forEach(name -> codes.put(key(name), "GBR"));
        List.of("無国籍", "stateless").forEach(name -> codes.put(key(name), "XXA"));
        return Map.copyOf(codes);
    }

    private static String key(String name) {
        return Folding.fold(name).replaceAll("[\\s・.']", "");
    }
}
