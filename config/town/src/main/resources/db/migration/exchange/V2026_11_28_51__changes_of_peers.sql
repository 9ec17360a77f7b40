-- What was written down about each office, as it stood after every change (相手方の変更の記録).
CREATE TABLE exc_peer_change (
    peer        text NOT NULL REFERENCES exc_peer,
    version     bigint NOT NULL,
    at          timestamptz NOT NULL,
    who         text,
    reason      text,
    name        text NOT NULL,
    address     text NOT NULL,
    state       text NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED')),
    services    text[] NOT NULL,
    asked       text[] NOT NULL,
    most_bytes  bigint NOT NULL,
    per_minute  int NOT NULL,
    PRIMARY KEY (peer, version)
);
