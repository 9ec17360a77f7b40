package jp.yakuba.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key of the server (サーバーの鍵): made on first use, the same on every node. */
@Entity
@Table(name = "acc_secret")
public class ServerSecret {
    @Id
    private String name;

    private byte[] value;
    private Instant createdAt;

    protected ServerSecret() {
        // for JPA
    }

    public byte[] value() {
        return value.clone();
    }
}
