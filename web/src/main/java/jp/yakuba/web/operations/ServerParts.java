package jp.yakuba.web.operations;

import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/** What this server needs of its own machine: the message broker inside it, and room on the disk where its journal lies. */
final class ServerParts {
    private static final String BROKER = "jboss.as:subsystem=messaging-activemq,server=default";
    private static final long LOW = 1L << 30;
    private static final long FULL = 64L << 20;

    /** How a part is. */
    enum State {
        /** As it should be. */
        UP,
        /** Still working, but somebody should look soon. */
        LOW,
        /** Not working, or about to stop. */
        DOWN
    }

    private ServerParts() {}

    /** Whether the broker takes messages. A server without one has nothing to say and counts as well. */
    static State broker() {
        try {
            var server = ManagementFactory.getPlatformMBeanServer();
            var broker = new ObjectName(BROKER);
            return !server.isRegistered(broker) || Boolean.TRUE.equals(server.getAttribute(broker, "active")) ? State.UP : State.DOWN;
        } catch (JMException unknown) {
            return State.DOWN;
        }
    }

    /** Whether the disk of the server's data has room. */
    static State disk() {
        var free = free();
        return free < FULL ? State.DOWN : free < LOW ? State.LOW : State.UP;
    }

    private static long free() {
        try {
            FileStore store = Files.getFileStore(Path.of(System.getProperty("jboss.server.data.dir", ".")));
            return store.getUsableSpace();
        } catch (java.io.IOException unreadable) {
            return 0;
        }
    }
}
