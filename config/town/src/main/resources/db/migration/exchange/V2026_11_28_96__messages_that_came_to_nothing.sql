-- Domains look for what of their service came to nothing and was not seen to since: few of many, however long the office works.
ALTER TABLE exc_parcel ADD COLUMN settled boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN exc_parcel.settled IS 'its domain has seen to it, whatever became of it';
CREATE INDEX exc_parcel_came_to_nothing ON exc_parcel (service, ordered_at DESC, id) WHERE state IN ('REFUSED', 'CANCELLED', 'GIVEN_UP') AND NOT settled;
