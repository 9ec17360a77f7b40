package jp.yakuba.town;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * The program that opens a town in a database given by the environment, for an office that the launcher does not run:
 * builds the tables and loads the configuration of the town with its sample residents.
 */
public final class OpenTown {
    private OpenTown() {}

    /**
     * Opens the town.
     *
     * @param arguments the municipality code and, for a sample, how many residents to make (0: the town's own number)
     */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: OpenTown <municipality code> <sample residents>; the database by YAKUBA_DB_HOST, _PORT,"
                    + " _NAME, _OWNER, _OWNER_PASSWORD and _USER");
            System.exit(2);
        }
        var owner = owner();
        new Migrations(owner, environment("YAKUBA_DB_USER", DatabaseRoles.APPLICATION)).run();
        var loaded = new TownLoader(owner).load(TownOrder.of(arguments[0], Integer.parseInt(arguments[1])), System.out::println);
        System.out.println(loaded ? "The town " + arguments[0] + " is open." : "The town " + arguments[0] + " was open before.");
    }

    private static PGSimpleDataSource owner() {
        var owner = new PGSimpleDataSource();
        owner.setServerNames(new String[] {environment("YAKUBA_DB_HOST", "127.0.0.1")});
        owner.setPortNumbers(new int[] {Integer.parseInt(environment("YAKUBA_DB_PORT", "5432"))});
        owner.setDatabaseName(environment("YAKUBA_DB_NAME", "yakuba"));
        owner.setUser(environment("YAKUBA_DB_OWNER", DatabaseRoles.OWNER));
        owner.setPassword(environment("YAKUBA_DB_OWNER_PASSWORD", ""));
        return owner;
    }

    private static String environment(String name, String usual) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? usual : value;
    }
}
