-- Documents of an earlier system (移行文書): a series of their own, the jobs that take them in, where each came from, and what was wrong.

ALTER TABLE doc_record DROP CONSTRAINT doc_record_series_check;
ALTER TABLE doc_record ADD CONSTRAINT doc_record_series_check
    CHECK (series IN ('LETTER', 'ORDINANCE', 'RULE', 'NOTICE', 'DIRECTIVE', 'PUBLIC', 'ORDER', 'IMPORTED'));
ALTER TABLE doc_record DROP CONSTRAINT doc_record_series_goes_out;
ALTER TABLE doc_record ADD CONSTRAINT doc_record_series_goes_out
    CHECK (series = 'IMPORTED' AND branch = 1 OR direction = 'OUT' OR series = 'LETTER' AND branch = 1);
COMMENT ON COLUMN doc_record.series IS
    'LETTER counts for each section and fiscal year, IMPORTED for the whole town and fiscal year, the others for the whole town and calendar year';

ALTER TABLE doc_series_counter DROP CONSTRAINT doc_series_counter_series_check;
ALTER TABLE doc_series_counter ADD CONSTRAINT doc_series_counter_series_check
    CHECK (series IN ('ORDINANCE', 'RULE', 'NOTICE', 'DIRECTIVE', 'PUBLIC', 'ORDER', 'IMPORTED'));

CREATE TABLE doc_import (
    id               uuid PRIMARY KEY,
    origin           text NOT NULL CHECK (origin <> ''),
    source           text NOT NULL CHECK (source <> ''),
    only_check       boolean NOT NULL,
    state            text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'STOPPED', 'BROKEN', 'DONE')),
    manifest_sha256  text CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    total            integer CHECK (total >= 0),
    done             integer NOT NULL DEFAULT 0,
    taken            integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
    there            integer NOT NULL DEFAULT 0 CHECK (there >= 0),
    faulty           integer NOT NULL DEFAULT 0 CHECK (faulty >= 0),
    ordered_by       uuid NOT NULL,
    ordered_name     text NOT NULL,
    ordered_post     text,
    ordered_section  text,
    ordered_at       timestamptz NOT NULL,
    started_at       timestamptz,
    finished_at      timestamptz,
    problem          text CHECK (problem <> ''),
    problem_detail   text,
    worker           uuid,
    worker_until     timestamptz,
    CONSTRAINT doc_import_counts CHECK (done >= taken + there + faulty AND done <= coalesce(total, 0)),
    CHECK ((state = 'BROKEN') = (problem IS NOT NULL)),
    CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
) WITH (fillfactor = 50);
CREATE INDEX doc_import_list ON doc_import (ordered_at DESC, id);
CREATE INDEX doc_import_open ON doc_import (ordered_at) WHERE state IN ('WAITING', 'RUNNING');
CREATE UNIQUE INDEX doc_import_one_at_a_time ON doc_import (source) WHERE state IN ('WAITING', 'RUNNING');
COMMENT ON TABLE doc_import IS 'a job: each deed takes the lines after "done" and moves "done" on, so that a line counts once whatever is killed when';
COMMENT ON COLUMN doc_import.there IS 'lines that an earlier job has taken in already, just so';
COMMENT ON COLUMN doc_import.worker_until IS 'until then no other node prepares lines of it; what makes a line count once is the row itself';

CREATE TABLE doc_import_record (
    cause_id   uuid PRIMARY KEY,
    record_id  uuid NOT NULL UNIQUE REFERENCES doc_record (id) DEFERRABLE INITIALLY DEFERRED,
    import_id  uuid NOT NULL REFERENCES doc_import (id),
    line       integer NOT NULL CHECK (line > 1),
    digest     text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    person_id  uuid,
    CONSTRAINT doc_import_line_once UNIQUE (import_id, line)
);
CREATE INDEX doc_import_record_person ON doc_import_record (person_id) WHERE person_id IS NOT NULL;
COMMENT ON TABLE doc_import_record IS 'the line a record came from; the cause is its number in the earlier system, which is taken in once';
COMMENT ON COLUMN doc_import_record.digest IS 'SHA-256 over all that the line said: another line with the same number is a fault';
COMMENT ON COLUMN doc_import_record.person_id IS 'person of the ledger that the line names (宛名番号); goes with the file of the record';

CREATE FUNCTION doc_import_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.person_id IS NULL AND doc_record_is_gone(OLD.record_id)
       AND to_jsonb(NEW) - 'person_id' = to_jsonb(OLD) - 'person_id' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'doc_import_record is kept as it was written' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_import_record_stays BEFORE UPDATE OR DELETE ON doc_import_record
    FOR EACH ROW EXECUTE FUNCTION doc_import_record_stays();

CREATE TABLE doc_import_fault (
    import_id  uuid NOT NULL REFERENCES doc_import (id),
    line       integer NOT NULL CHECK (line > 0),
    number     integer NOT NULL CHECK (number > 0),
    field      text,
    reason     text NOT NULL CHECK (reason <> ''),
    value      text,
    PRIMARY KEY (import_id, line, number)
);
COMMENT ON COLUMN doc_import_fault.value IS 'what stands there, of codes, dates and paths alone: never a title or a name';
REVOKE DELETE, TRUNCATE ON doc_import, doc_import_fault, doc_import_record FROM "${app}";
