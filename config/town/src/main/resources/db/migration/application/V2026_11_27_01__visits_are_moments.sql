-- A booked visit is a moment: until now it stood there as the clock of UTC shows it, without saying so.
-- What has happened to an application is told once and stays as it was told.

ALTER TABLE apl_appointment DROP CONSTRAINT apl_appointment_starts_at_check;
ALTER TABLE apl_appointment ALTER COLUMN starts_at TYPE timestamptz USING starts_at AT TIME ZONE 'UTC';
ALTER TABLE apl_appointment ADD CONSTRAINT apl_appointment_half_hour CHECK (
    extract(minute FROM starts_at AT TIME ZONE 'Asia/Tokyo') IN (0, 30) AND extract(second FROM starts_at) = 0);
COMMENT ON TABLE apl_appointment IS 'booked visits: a half hour has so many seats, and a seat goes to one household';

REVOKE UPDATE, DELETE, TRUNCATE ON apl_history FROM "${app}";
