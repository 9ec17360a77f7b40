-- Certificates of organisations that offices showed and that were believed: when they called here, and when they were called (相手方の証明書).
CREATE TABLE exc_certificate (
    peer         text NOT NULL REFERENCES exc_peer,
    fingerprint  text NOT NULL,
    calling      boolean NOT NULL,
    serial       text NOT NULL,
    until        timestamptz NOT NULL,
    first_seen   timestamptz NOT NULL,
    last_seen    timestamptz NOT NULL,
    PRIMARY KEY (peer, fingerprint, calling),
    CHECK (first_seen <= last_seen)
);
