-- When the record of an application comes to its end (廃棄・移管), what the applicant wrote goes with it; number, moment and outcome stay.

ALTER TABLE apl_application ADD COLUMN ended_under text CHECK (ended_under <> '');
COMMENT ON COLUMN apl_application.ended_under IS 'the protocol under which its record went; null while it is kept';

CREATE OR REPLACE FUNCTION apl_keep_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
       OR (NEW.arrived_at, NEW.receipt_number, NEW.bundle_id, NEW.procedure, NEW.kind, NEW.form_version, NEW.channel)
          IS DISTINCT FROM
          (OLD.arrived_at, OLD.receipt_number, OLD.bundle_id, OLD.procedure, OLD.kind, OLD.form_version, OLD.channel)
       OR NEW.typed IS DISTINCT FROM OLD.typed AND (NEW.ended_under IS NULL OR NEW.typed <> '{}'::jsonb)
       OR OLD.ended_under IS NOT NULL AND NEW.ended_under IS DISTINCT FROM OLD.ended_under
    THEN
        RAISE EXCEPTION 'what arrived stays as it arrived' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE INDEX apl_attachment_sha256 ON apl_attachment (sha256);

-- What was said to the applicant on the way may be changed by nobody; the owner takes it away once the application has ended.
CREATE FUNCTION apl_forget_history(ended uuid) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    WITH forgotten AS (
        UPDATE apl_history h SET words = a.ended_under FROM apl_application a
        WHERE a.id = ended AND a.ended_under IS NOT NULL AND h.application_id = a.id AND h.words IS NOT NULL RETURNING 1)
    SELECT cast(count(*) AS integer) FROM forgotten
$$;
