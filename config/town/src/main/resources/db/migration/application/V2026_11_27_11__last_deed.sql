-- Of two clerks at once the second is told what the first did; a note carries its own id, so that it is kept once.

ALTER TABLE apl_application
    ADD COLUMN last_deed text,
    ADD COLUMN last_by uuid,
    ADD COLUMN last_name text,
    ADD COLUMN last_at timestamptz;
COMMENT ON COLUMN apl_application.last_by IS 'the member of staff who did it; null for the applicant and for systems';
