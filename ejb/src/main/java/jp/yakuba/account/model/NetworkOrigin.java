package jp.yakuba.account.model;

import java.util.regex.Pattern;

/**
 * The network address from which somebody comes (接続元). Of an IPv6 address only the network counts: one line of a house has
 * more addresses in it than anybody could count.
 */
public record NetworkOrigin(String address) {
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*(%.*)?");
    private static final int NETWORK_GROUPS = 4;
    private static final int GROUPS = 8;

    /** What counts together: the whole address, of IPv6 its first 64 bits. */
    public String network() {
        return SIX.matcher(address).matches() && address.indexOf('.') < 0 ? prefix(address.replaceFirst("%.*", "")) : address;
    }

    private static String prefix(String six) {
        int gap = six.indexOf("::");
        var before = groups(gap < 0 ? six : six.substring(0, gap));
        var after = gap < 0 ? new String[0] : groups(six.substring(gap + 2));
        var prefix = new StringBuilder();
        for (int place = 0; place < NETWORK_GROUPS; place++) {
            int fromEnd = place - (GROUPS - after.length);
            var group = place < before.length ? before[place] : fromEnd >= 0 ? after[fromEnd] : "0";
            prefix.append(Integer.toHexString(Integer.parseInt(group, 16))).append(':');
        }
        return prefix.append(":/64").toString();
    }

    private static String[] groups(String part) {
        return part.isEmpty() ? new String[0] : part.split(":");
    }
}
