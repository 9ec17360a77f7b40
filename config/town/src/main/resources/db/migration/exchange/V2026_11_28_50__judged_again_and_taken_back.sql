-- What was refused may be judged again while its pieces are here (再判定): how often it was, and what was found then if it was not accepted.
ALTER TABLE exc_arrival ADD COLUMN judged_again int NOT NULL DEFAULT 0 CHECK (judged_again >= 0);
ALTER TABLE exc_arrival ADD COLUMN again_fault text;
ALTER TABLE exc_arrival ADD COLUMN again_detail text;
ALTER TABLE exc_arrival ADD CONSTRAINT exc_arrival_again CHECK (judged_again > 0 OR again_fault IS NULL);
CREATE INDEX exc_arrival_refused ON exc_arrival (judged_at DESC, id) WHERE state = 'REFUSED';

-- The refusal that a receipt took the place of, at the office that gave it (incoming) and at the one that got it. There is one at most, for a receipt is final.
CREATE TABLE exc_earlier_answer (
    peer        text NOT NULL REFERENCES exc_peer,
    message     uuid NOT NULL,
    incoming    boolean NOT NULL,
    at          timestamptz NOT NULL,
    fault       text NOT NULL,
    answer      bytea NOT NULL,
    PRIMARY KEY (peer, message, incoming)
);

-- Somebody works on it now; whoever wants it back or tried at once waits for that hand.
ALTER TABLE exc_parcel ADD COLUMN claimed boolean NOT NULL DEFAULT false;
ALTER TABLE exc_parcel ADD CONSTRAINT exc_parcel_claimed CHECK (NOT claimed OR next_at IS NOT NULL);
-- When it was asked back (取消), and when it was ordered again after it had been given up.
ALTER TABLE exc_parcel ADD COLUMN take_back_at timestamptz;
ALTER TABLE exc_parcel ADD COLUMN again_at timestamptz;
