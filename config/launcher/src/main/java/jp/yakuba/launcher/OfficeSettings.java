package jp.yakuba.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Ports;

/**
 * What can be chosen about an office when it opens.
 *
 * @param root the project: scripts, the built application, the unpacked programs
 * @param home where all its data, logs and keys live
 * @param ports its doors
 * @param town code of the municipality (全国地方公共団体コード, six digits)
 * @param population number of sample residents, or null for the sample town's own number
 */
public record OfficeSettings(Path root, Path home, Ports ports, String town, Integer population) {
    /** Memuro (芽室町). */
    public static final String DEFAULT_TOWN = "016373";
    /** Higashiyamato (東大和市), which opens beside it where two towns are wanted. */
    public static final String NEIGHBOUR = "132209";
    /** How much higher the ports of the second town stand. */
    static final int APART = 1000;

    /** Every town that is wanted: with {@code -Dyakuba.towns=2} both sample towns, their homes side by side, and one otherwise. */
    public static List<OfficeSettings> all(Path root, Properties given) {
        var towns = given.getProperty("yakuba.towns", "1").trim();
        if (towns.equals("1")) {
            return List.of(from(root, given));
        }
        if (!towns.equals("2")) {
            throw new CannotOpen("-Dyakuba.towns=" + towns + " cannot be opened; choose 1 or 2.");
        }
        if (given.getProperty("yakuba.town") != null) {
            throw new CannotOpen("-Dyakuba.town chooses one town and -Dyakuba.towns=2 opens both; give one of the two.");
        }
        var offset = number("yakuba.port.offset", given.getProperty("yakuba.port.offset", "0"));
        if (offset > Ports.MOST_OFFSET - APART) {
            throw new CannotOpen("The port offset " + offset + " leaves no room for a second town; use 0 to " + (Ports.MOST_OFFSET - APART) + ".");
        }
        return List.of(beside(root, given, DEFAULT_TOWN, offset), beside(root, given, NEIGHBOUR, offset + APART));
    }

    private static OfficeSettings beside(Path root, Properties given, String town, int offset) {
        var own = new Properties();
        own.putAll(given);
        own.setProperty("yakuba.town", town);
        var home = given.getProperty("yakuba.home");
        if (home != null && !home.isBlank()) {
            own.setProperty("yakuba.home", Path.of(home).resolve(town).toString());
        }
        own.setProperty("yakuba.port.offset", String.valueOf(offset));
        return from(root, own);
    }

    /** Reads {@code -Dyakuba.home}, {@code .port.offset}, {@code .town} and {@code .population}. */
    public static OfficeSettings from(Path root, Properties given) {
        var town = given.getProperty("yakuba.town", DEFAULT_TOWN).trim();
        if (!town.matches("\\d{6}")) {
            throw new CannotOpen("-Dyakuba.town=" + town + " is not a six-digit municipality code, such as " + DEFAULT_TOWN + ".");
        }
        var home = given.getProperty("yakuba.home");
        var population = given.getProperty("yakuba.population");
        return new OfficeSettings(root.toAbsolutePath(),
                (home == null || home.isBlank() ? root.resolve(".yakuba").resolve(town) : Path.of(home)).toAbsolutePath().normalize(),
                new Ports(number("yakuba.port.offset", given.getProperty("yakuba.port.offset", "0"))),
                town, population == null || population.isBlank() ? null : people(population));
    }

    private static int people(String population) {
        var people = number("yakuba.population", population);
        if (people < 1) {
            throw new CannotOpen("-Dyakuba.population=" + people + " is no town; give the number of its residents.");
        }
        return people;
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException notANumber) {
            throw new CannotOpen("-D" + name + "=" + text + " is not a number; give a whole number.");
        }
    }

    /** Where a resident begins. */
    public String portalAddress() {
        return "http://localhost:" + ports.http() + "/";
    }

    /** Where other offices hand documents over. */
    public String exchangeAddress() {
        return "https://localhost:" + ports.lgwan() + "/api/exchange/v1";
    }

    /** Where staff sign in. */
    public String officeAddress() {
        return "http://localhost:" + ports.office() + "/office";
    }
}
