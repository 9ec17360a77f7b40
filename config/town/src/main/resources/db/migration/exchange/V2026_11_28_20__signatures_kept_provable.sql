-- The signature of each container that was exchanged, with what keeps it provable for long (長期の証拠). The container itself stays as it travelled.
CREATE TABLE exc_proof (
    peer        text NOT NULL REFERENCES exc_peer,
    message     uuid NOT NULL,
    sent        boolean NOT NULL,
    record_id   uuid NOT NULL,
    sha256      text NOT NULL,
    signatures  bytea,
    made_at     timestamptz,
    until       timestamptz,
    next_at     timestamptz NOT NULL,
    attempts    int NOT NULL DEFAULT 0,
    problem     text,
    PRIMARY KEY (peer, message, sent),
    CHECK ((signatures IS NULL) = (until IS NULL))
);
CREATE INDEX exc_proof_due ON exc_proof (next_at);
CREATE INDEX exc_proof_record ON exc_proof (record_id);
