-- Which node took a message to work on it last: when it comes up again after a power cut it goes on at once with what it left.
ALTER TABLE exc_parcel ADD COLUMN taken_by text;
ALTER TABLE exc_arrival ADD COLUMN taken_by text;
CREATE INDEX exc_parcel_taken ON exc_parcel (taken_by) WHERE next_at IS NOT NULL;
CREATE INDEX exc_arrival_taken ON exc_arrival (taken_by) WHERE next_at IS NOT NULL OR answer_due IS NOT NULL;
