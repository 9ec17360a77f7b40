package jp.yakuba.schema;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import jp.yakuba.town.Migrations;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Migrates the database as its owner while Hibernate opens, before it validates. The role that gets the rights is
 * whoever the application's datasource signs in as.
 */
public final class SchemaBuilder implements Integrator {
    private static final Logger LOG = Logger.getLogger(SchemaBuilder.class.getName());
    private static final String OWNER = "java:jboss/datasources/YakubaOwnerDS";
    private static final String APPLICATION = "java:jboss/datasources/YakubaDS";
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessions) {
        try {
            var ran = new Migrations(await(OWNER), roleOf(await(APPLICATION))).run();
            LOG.info(() -> "Database is up to date, migrations run: " + ran);
        } catch (SQLException | NamingException unreachable) {
            throw new IllegalStateException("The database cannot be migrated: " + unreachable.getMessage(), unreachable);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessions, SessionFactoryServiceRegistry services) {
        // the tables stay when the office closes
    }

    private static String roleOf(DataSource application) throws SQLException {
        try (var connection = application.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The datasource; the server starts its services side by side, so one that is not there yet is waited for. */
    private static DataSource await(String name) throws NamingException {
        for (var second = 0; ; second++) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException notYet) {
                if (second >= PATIENCE_SECONDS) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for a datasource", stopped);
        }
    }
}
