package jp.yakuba.town.generator;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import jp.yakuba.town.Progress;
import jp.yakuba.town.TownFolder;

/** Fills the ledger of a sample town, a few thousand people at a time, the same for the same seed and size. */
public final class HouseholdGenerator {
    /** The tables it fills, and those of the country beside them. */
    public static final List<String> TABLES = LedgerRows.TABLES;

    private static final int BATCH = 5_000;

    private final Connection connection;
    private final int population;
    private final AgePyramid deck;
    private final HouseholdComposer composer;
    private final Settler settler;
    private final Dwellings dwellings;
    private final OrderedIds ids;
    private final LedgerRows rows;
    private final ProtectedRows protections;

    /** A generator of so many residents that writes through the connection. */
    public HouseholdGenerator(Connection connection, TownFolder folder, int population, String numberKey) {
        var random = new SplittableRandom(folder.number("seed"));
        this.connection = connection;
        this.population = population;
        this.deck = new AgePyramid(population, random.split());
        this.composer = new HouseholdComposer(deck, folder, random.split());
        this.dwellings = new Dwellings(folder, random.split());
        this.settler = new Settler(new NameBook(random.split()), dwellings, folder, random.split());
        this.ids = new OrderedIds(folder.asOf(), random.split());
        this.rows = new LedgerRows(ids, new PersonalNumbers(numberKey), folder.asOf());
        this.protections = new ProtectedRows(ids, folder.asOf(), folder.number("protected_persons"), population);
    }

    /** Makes and stores everybody. */
    public void generate(Progress progress) throws SQLException, IOException {
        long sent = 0;
        while (!deck.isEmpty()) {
            addHousehold();
            if (rows.persons() - sent >= BATCH) {
                sent = send(progress);
            }
        }
        send(progress);
        protections.send(connection);
        rows.continueSerials(connection);
    }

    private void addHousehold() {
        var household = settler.settle(composer.next(), ids::next);
        var dwelling = dwellings.find(household.size() == 1 ? 0.4 : 0.12);
        rows.add(household, dwelling);
        protections.consider(household, rows.persons());
    }

    private long send(Progress progress) throws SQLException, IOException {
        rows.send(connection);
        progress.say(String.format("Residents loaded: %,d of %,d", rows.persons(), population));
        return rows.persons();
    }
}
