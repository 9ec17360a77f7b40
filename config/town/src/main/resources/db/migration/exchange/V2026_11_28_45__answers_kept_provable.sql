-- The answer's signature ends as the container's does: it gets proof too, behind a copy of the answer. What was exchanged stays as it travelled.
CREATE TABLE exc_answer_proof (
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
CREATE INDEX exc_answer_proof_due ON exc_answer_proof (next_at);
CREATE INDEX exc_answer_proof_record ON exc_answer_proof (record_id);
CREATE INDEX exc_answer_proof_message ON exc_answer_proof (message);
CREATE INDEX exc_proof_message ON exc_proof (message);
COMMENT ON COLUMN exc_answer_proof.sha256 IS 'of the container that was answered';
COMMENT ON COLUMN exc_answer_proof.signatures IS 'the whole answer with its proof';

-- What is to be taken on is found by an index; without this each look would go through all that was ever exchanged. What is in the list of
-- containers already is looked at once more for its answer.
ALTER TABLE exc_arrival ADD COLUMN proof_kept boolean NOT NULL DEFAULT false;
ALTER TABLE exc_parcel ADD COLUMN proof_kept boolean NOT NULL DEFAULT false;
CREATE INDEX exc_arrival_unproven ON exc_arrival (peer, id) WHERE state = 'ACCEPTED' AND record_id IS NOT NULL AND report IS NOT NULL AND NOT proof_kept;
CREATE INDEX exc_parcel_unproven ON exc_parcel (peer, id) WHERE state = 'RECEIPTED' AND sha256 IS NOT NULL AND NOT proof_kept;
