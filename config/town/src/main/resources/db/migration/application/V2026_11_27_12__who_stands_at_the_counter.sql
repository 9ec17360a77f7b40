-- Whom a clerk found in the ledger for a sheet of the counter: only somebody the clerk had on a list of a search with a reason.

CREATE TABLE apl_counter_pick (
    id         uuid PRIMARY KEY,
    staff_id   uuid NOT NULL,
    person_id  uuid NOT NULL,
    look_id    uuid NOT NULL,
    reason     text NOT NULL CHECK (length(trim(reason)) > 0),
    picked_at  timestamptz NOT NULL,
    used_by    text
);
CREATE INDEX apl_counter_pick_picked_at ON apl_counter_pick (picked_at);
COMMENT ON COLUMN apl_counter_pick.look_id IS 'the entry of the audit log in which the clerk saw the person';
COMMENT ON COLUMN apl_counter_pick.used_by IS 'key of the one sheet with which the person was entered; null as long as none was';
