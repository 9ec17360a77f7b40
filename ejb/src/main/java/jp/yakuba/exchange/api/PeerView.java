package jp.yakuba.exchange.api;

import java.time.Instant;
import java.util.List;

/**
 * An office with which documents are exchanged.
 *
 * @param code its code (全国地方公共団体コード)
 * @param address where its exchange is, {@code https://…/api/exchange/v1}
 * @param services what it may use here
 * @param asked what this office may use there
 * @param mostBytes largest message that is taken from it
 * @param perMinute most messages that are taken from it in a minute
 * @param way who calls whom
 */
public record PeerView(
        String code, String name, String address, PeerState state, List<String> services, List<String> asked, long mostBytes, int perMinute, PeerWay way,
        Instant addedAt, long version) {
    public PeerView {
        services = List.copyOf(services);
        asked = List.copyOf(asked);
    }
}
