-- The end of records, first part: periods that are extended, holds that stop every end, and the day from which a file is due.

ALTER TABLE doc_dossier DROP CONSTRAINT doc_dossier_state_check;
ALTER TABLE doc_dossier ADD CONSTRAINT doc_dossier_state_check CHECK (state IN ('OPEN', 'CLOSED', 'DESTROYED', 'TRANSFERRED'));
ALTER TABLE doc_dossier DROP CONSTRAINT doc_dossier_counted_once_closed;
ALTER TABLE doc_dossier ADD CONSTRAINT doc_dossier_counted_once_closed CHECK (
    (state = 'OPEN') = (completed_year IS NULL)
    AND (completed_year IS NULL) = (retention_from IS NULL)
    AND (completed_year IS NULL) = (retention_until IS NULL)
    AND (retention_from IS NULL OR retention_from <= retention_until));

ALTER TABLE doc_dossier ADD COLUMN extended_until date;
COMMENT ON COLUMN doc_dossier.extended_until IS 'the day until which the period was extended by hand (延長); each extension stands in doc_extension';

ALTER TABLE doc_dossier ADD COLUMN due_on date GENERATED ALWAYS AS (
    CASE WHEN state IN ('DESTROYED', 'TRANSFERRED') THEN NULL
         WHEN retention_until IS NOT NULL THEN retention_until + 1
         WHEN retention = 'STANDING' THEN NULL
         ELSE greatest(
             make_date(fiscal_year + 1 + CASE retention WHEN 'Y30' THEN 30 WHEN 'Y10' THEN 10 WHEN 'Y5' THEN 5 WHEN 'Y3' THEN 3
                                                        WHEN 'Y1' THEN 1 ELSE 0 END, 4, 1),
             law_until + 1, extended_until + 1)
    END) STORED;
COMMENT ON COLUMN doc_dossier.due_on IS 'the first day after its period, foreseen while it is open; null in regular use and once it is gone';
CREATE INDEX doc_dossier_due ON doc_dossier (due_on, section, class_code, number, id) WHERE due_on IS NOT NULL;

CREATE TABLE doc_extension (
    dossier_id    uuid NOT NULL REFERENCES doc_dossier (id),
    number        integer NOT NULL CHECK (number > 0),
    until_before  date NOT NULL,
    until_now     date NOT NULL,
    reason        text NOT NULL CHECK (reason <> ''),
    staff_id      uuid NOT NULL,
    staff_name    text NOT NULL,
    extended_at   timestamptz NOT NULL,
    PRIMARY KEY (dossier_id, number),
    CHECK (until_now > until_before)
);
CREATE TRIGGER doc_extension_stays BEFORE UPDATE OR DELETE ON doc_extension FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON doc_extension FROM "${app}";

CREATE TABLE doc_hold (
    id           uuid PRIMARY KEY,
    dossier_id   uuid REFERENCES doc_dossier (id),
    record_id    uuid REFERENCES doc_record (id),
    section      text NOT NULL,
    ground       text NOT NULL CHECK (ground IN ('DISCLOSURE', 'AUDIT', 'SUIT', 'OTHER')),
    reference    text CHECK (reference <> ''),
    reason       text NOT NULL CHECK (reason <> ''),
    from_day     date NOT NULL,
    placed_by    uuid NOT NULL,
    placed_name  text NOT NULL,
    placed_at    timestamptz NOT NULL,
    lifted_by    uuid,
    lifted_name  text,
    lifted_at    timestamptz,
    lift_reason  text CHECK (lift_reason <> ''),
    CHECK (num_nonnulls(dossier_id, record_id) = 1),
    CHECK (num_nonnulls(lifted_by, lifted_name, lifted_at, lift_reason) IN (0, 4))
);
CREATE INDEX doc_hold_dossier ON doc_hold (dossier_id) WHERE lifted_at IS NULL;
CREATE INDEX doc_hold_record ON doc_hold (record_id) WHERE lifted_at IS NULL;
CREATE INDEX doc_hold_open ON doc_hold (placed_at, id) WHERE lifted_at IS NULL;
CREATE INDEX doc_hold_of_dossier ON doc_hold (dossier_id, placed_at);
CREATE INDEX doc_hold_of_record ON doc_hold (record_id, placed_at);
COMMENT ON TABLE doc_hold IS 'what stops the end of a file or a single record: by whom, why, from when, until it is lifted';
COMMENT ON COLUMN doc_hold.section IS 'the section whose records are held';

-- Whoever places a hold waits for a destruction that is under way, and finds then that nothing is left to hold. The other
-- way round the destruction waits at the same row and finds the hold.
CREATE FUNCTION doc_hold_finds_something() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held uuid := coalesce(NEW.dossier_id, (SELECT f.dossier_id FROM doc_filing f WHERE f.record_id = NEW.record_id AND f.until IS NULL));
BEGIN
    PERFORM 1 FROM doc_dossier d WHERE d.id = held FOR UPDATE;
    IF EXISTS (SELECT 1 FROM doc_dossier d WHERE d.id = held AND d.state IN ('DESTROYED', 'TRANSFERRED')) THEN
        RAISE EXCEPTION 'What is gone cannot be held' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_hold_finds_something BEFORE INSERT ON doc_hold FOR EACH ROW EXECUTE FUNCTION doc_hold_finds_something();

CREATE FUNCTION doc_hold_is_only_lifted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.lifted_at IS NOT NULL
       OR (NEW.id, NEW.dossier_id, NEW.record_id, NEW.section, NEW.ground, NEW.reference, NEW.reason, NEW.from_day,
           NEW.placed_by, NEW.placed_name, NEW.placed_at)
          IS DISTINCT FROM
          (OLD.id, OLD.dossier_id, OLD.record_id, OLD.section, OLD.ground, OLD.reference, OLD.reason, OLD.from_day,
           OLD.placed_by, OLD.placed_name, OLD.placed_at)
    THEN
        RAISE EXCEPTION 'A hold is lifted once and changed never' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_hold_is_only_lifted BEFORE UPDATE ON doc_hold FOR EACH ROW EXECUTE FUNCTION doc_hold_is_only_lifted();
CREATE TRIGGER doc_hold_stays BEFORE DELETE ON doc_hold FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
REVOKE DELETE, TRUNCATE ON doc_hold FROM "${app}";

-- True while a file, or any record that lies in it, is held.
CREATE FUNCTION doc_is_held(dossier uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM doc_hold h WHERE h.dossier_id = dossier AND h.lifted_at IS NULL)
        OR EXISTS (SELECT 1 FROM doc_filing f JOIN doc_hold h ON h.record_id = f.record_id AND h.lifted_at IS NULL
                   WHERE f.dossier_id = dossier AND f.until IS NULL)
$$;

-- What is over or held never goes: the database says so too, whoever asks.
CREATE FUNCTION doc_dossier_goes_lawfully() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('DESTROYED', 'TRANSFERRED') THEN
        RAISE EXCEPTION 'A file that is gone stays as it is' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state IN ('DESTROYED', 'TRANSFERRED') THEN
        IF OLD.state <> 'CLOSED' THEN
            RAISE EXCEPTION 'Only a closed file goes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF doc_is_held(OLD.id) THEN
            RAISE EXCEPTION 'A file that is held does not go' USING ERRCODE = 'integrity_constraint_violation',
                CONSTRAINT = 'doc_nothing_held_goes';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_dossier_goes_lawfully BEFORE UPDATE ON doc_dossier FOR EACH ROW EXECUTE FUNCTION doc_dossier_goes_lawfully();

-- A record does not leave a held file for another one, and nothing is put into a file that is gone.
CREATE FUNCTION doc_filing_keeps_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF EXISTS (SELECT 1 FROM doc_dossier d WHERE d.id = NEW.dossier_id AND d.state IN ('DESTROYED', 'TRANSFERRED')) THEN
            RAISE EXCEPTION 'Nothing is put into a file that is gone' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    ELSIF NEW.until IS NOT NULL AND OLD.until IS NULL
          AND EXISTS (SELECT 1 FROM doc_hold h WHERE h.dossier_id = OLD.dossier_id AND h.lifted_at IS NULL) THEN
        RAISE EXCEPTION 'Nothing is taken out of a file that is held' USING ERRCODE = 'integrity_constraint_violation',
            CONSTRAINT = 'doc_nothing_held_goes';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_filing_keeps_holds BEFORE INSERT OR UPDATE ON doc_filing FOR EACH ROW EXECUTE FUNCTION doc_filing_keeps_holds();
