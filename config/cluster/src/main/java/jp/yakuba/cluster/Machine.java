package jp.yakuba.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the machines of a cluster. The first two hold an application server, a database and a balancer; the third one decides with them
 * who leads, and keeps the backups.
 *
 * @param number 1 to 3
 * @param address where it is found
 * @param entrance words before each command that runs on it: empty, or those that enter its network namespace
 */
public record Machine(int number, String address, List<String> entrance) {
    /** Its name, also in its certificate. */
    public String name() {
        return "machine" + number;
    }

    /** The command as it is run on this machine; PostgreSQL and its neighbours refuse root, who is nobody in a user namespace of his own. */
    List<String> command(List<String> words) {
        var all = new ArrayList<>(entrance);
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(words);
        return all;
    }
}
