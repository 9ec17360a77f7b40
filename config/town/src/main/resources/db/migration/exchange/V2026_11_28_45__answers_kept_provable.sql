-- The answer's signature ends as the container's does: it gets proof too, behind a copy of the answer. What was exchanged stays as it travelled.
ALTER TABLE exc_proof ADD COLUMN answer bytea;
UPDATE exc_proof SET next_at = least(next_at, now()) WHERE answer IS NULL;

-- What is to be taken on is found by an index; without this each look would go through all that was ever exchanged.
ALTER TABLE exc_arrival ADD COLUMN proof_kept boolean NOT NULL DEFAULT false;
ALTER TABLE exc_parcel ADD COLUMN proof_kept boolean NOT NULL DEFAULT false;
UPDATE exc_arrival a SET proof_kept = true WHERE EXISTS (SELECT 1 FROM exc_proof p WHERE p.peer = a.peer AND p.message = a.id AND NOT p.sent);
UPDATE exc_parcel a SET proof_kept = true WHERE EXISTS (SELECT 1 FROM exc_proof p WHERE p.peer = a.peer AND p.message = a.id AND p.sent);
CREATE INDEX exc_arrival_unproven ON exc_arrival (peer, id) WHERE state = 'ACCEPTED' AND record_id IS NOT NULL AND report IS NOT NULL AND NOT proof_kept;
CREATE INDEX exc_parcel_unproven ON exc_parcel (peer, id) WHERE state = 'RECEIPTED' AND sha256 IS NOT NULL AND NOT proof_kept;
