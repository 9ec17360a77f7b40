-- The answer to a correction is a draft over the application's own form: saved path by path, with files, groups and another time
-- of the visit. What stood there before and after stays readable; a correction whose period ran out is told once.

ALTER TABLE apl_draft ADD COLUMN correction_id uuid REFERENCES apl_correction (id);
CREATE UNIQUE INDEX apl_draft_one_a_correction ON apl_draft (correction_id, account_id) WHERE correction_id IS NOT NULL AND bundle_id IS NULL;

ALTER TABLE apl_correction
    ADD COLUMN answers_before jsonb,
    ADD COLUMN answers_after  jsonb,
    ADD COLUMN record_id      uuid,
    ADD COLUMN lapse_told_at  timestamptz,
    ADD CONSTRAINT apl_correction_before_and_after CHECK ((answers_before IS NULL) = (answers_after IS NULL));
COMMENT ON COLUMN apl_correction.paths IS 'the questions asked again, a line each; empty for the whole form';
COMMENT ON COLUMN apl_correction.record_id IS 'the incoming record of the answer (収受); null as long as there is none';
COMMENT ON COLUMN apl_correction.lapse_told_at IS 'when applicant and section were told that the period ran out; null if it has not';
CREATE INDEX apl_correction_open_until ON apl_correction (until) WHERE closed_at IS NULL;
