-- From when on the other office may have all of a message, whether or not it ever said so: an earlier one of the conversation is not ordered again after that.
ALTER TABLE exc_parcel ADD COLUMN offered_at timestamptz;
UPDATE exc_parcel SET offered_at = coalesce(handed_over_at, ordered_at) WHERE state IN ('HANDED_OVER', 'RECEIPTED', 'REFUSED') OR state = 'SEALED' AND attempts > 0 OR state = 'GIVEN_UP' AND sha256 IS NOT NULL;
