package jp.yakuba.launcher;

import java.nio.file.Path;
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

    /** Where staff sign in. */
    public String officeAddress() {
        return "http://localhost:" + ports.office() + "/office";
    }
}
