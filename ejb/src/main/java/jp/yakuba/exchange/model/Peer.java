package jp.yakuba.exchange.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.PeerView;
import jp.yakuba.exchange.api.PeerWay;
import jp.yakuba.exchange.api.WritePeer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Another office with which documents are exchanged. */
@Entity
@Table(name = "exc_peer")
public class Peer {
    @Id
    private String code;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PeerState state;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PeerWay way = PeerWay.BOTH_CALL;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private String[] services;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private String[] asked;

    @Column(nullable = false)
    private long mostBytes;

    @Column(nullable = false)
    private int perMinute;

    @Column(nullable = false, updatable = false)
    private Instant addedAt;

    @Version
    private long version;

    protected Peer() {
        // for JPA
    }

    /** Written down for the first time. */
    public static Peer added(WritePeer words, Instant at) {
        var peer = new Peer();
        peer.code = words.code();
        peer.state = PeerState.ACTIVE;
        peer.addedAt = at;
        peer.write(words);
        return peer;
    }

    /** Written down anew. */
    public void write(WritePeer words) {
        name = words.name().strip();
        address = words.address().strip();
        services = words.services().stream().sorted().toArray(String[]::new);
        asked = words.asked().stream().sorted().toArray(String[]::new);
        mostBytes = words.mostBytes();
        perMinute = words.perMinute();
        way = words.way();
    }

    /** Documents are exchanged with it, or not. */
    public void become(PeerState wanted) {
        state = wanted;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Where its exchange is. */
    public String address() {
        return address;
    }

    public boolean isActive() {
        return state == PeerState.ACTIVE;
    }

    /** True if it is never called, but collects what is for it. */
    public boolean collects() {
        return way == PeerWay.THEY_COLLECT;
    }

    /** True if it has the right to the service. */
    public boolean mayUse(String service) {
        return Set.of(services).contains(service);
    }

    public long mostBytes() {
        return mostBytes;
    }

    /** Most messages in a minute. */
    public int perMinute() {
        return perMinute;
    }

    public long version() {
        return version;
    }

    /** As people see it. */
    public PeerView view() {
        return new PeerView(code, name, address, state, List.of(services), List.of(asked), mostBytes, perMinute, way, addedAt, version);
    }
}
