-- The life of a record beside its entry in the register: who has it, in which file it lies, who may read it, whether it is done with.

ALTER TABLE doc_record DROP CONSTRAINT doc_record_direction_check;
ALTER TABLE doc_record ADD CONSTRAINT doc_record_direction_check CHECK (direction IN ('IN', 'OUT', 'INTERNAL'));
ALTER TABLE doc_counter DROP CONSTRAINT doc_counter_direction_check;
ALTER TABLE doc_counter ADD CONSTRAINT doc_counter_direction_check CHECK (direction IN ('IN', 'OUT', 'INTERNAL'));

ALTER TABLE doc_record_file ADD COLUMN name text CHECK (name <> '');
COMMENT ON COLUMN doc_record_file.name IS 'the name it came with, for display; null where the domain of its cause knows it';
CREATE TRIGGER doc_record_file_stays BEFORE UPDATE ON doc_record_file FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();

CREATE TABLE doc_life (
    record_id     uuid PRIMARY KEY REFERENCES doc_record (id),
    version       bigint NOT NULL DEFAULT 0,
    section       text NOT NULL,
    staff_id      uuid,
    staff_name    text,
    state         text NOT NULL CHECK (state IN ('REGISTERED', 'DISTRIBUTED', 'REFUSED', 'FORWARDED', 'COMPLETED')),
    confidential  boolean NOT NULL,
    completed_on  date,
    CHECK ((staff_id IS NULL) = (staff_name IS NULL)),
    CHECK ((state IN ('REGISTERED', 'DISTRIBUTED')) = (completed_on IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX doc_life_section ON doc_life (section, state);
CREATE INDEX doc_life_staff ON doc_life (staff_id) WHERE staff_id IS NOT NULL;
COMMENT ON COLUMN doc_life.section IS 'the section that has it now (配布); the register of its number stays that of doc_record';

INSERT INTO doc_life (record_id, section, state, confidential, completed_on)
    SELECT id, section, CASE direction WHEN 'OUT' THEN 'COMPLETED' ELSE 'REGISTERED' END, false,
           CASE direction WHEN 'OUT' THEN cast(timezone('Asia/Tokyo', recorded_at) AS date) END
    FROM doc_record;

CREATE TABLE doc_filing (
    record_id    uuid NOT NULL REFERENCES doc_record (id),
    number       integer NOT NULL CHECK (number > 0),
    dossier_id   uuid NOT NULL REFERENCES doc_dossier (id),
    since        timestamptz NOT NULL,
    until        timestamptz,
    PRIMARY KEY (record_id, number),
    CHECK (until >= since)
) WITH (fillfactor = 90);
CREATE UNIQUE INDEX doc_filing_one_place ON doc_filing (record_id) WHERE until IS NULL;
CREATE INDEX doc_filing_dossier ON doc_filing (dossier_id) WHERE until IS NULL;

CREATE TABLE doc_reader (
    record_id   uuid NOT NULL REFERENCES doc_record (id),
    staff_id    uuid NOT NULL,
    name        text NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (record_id, staff_id)
);
CREATE INDEX doc_reader_staff ON doc_reader (staff_id);
COMMENT ON TABLE doc_reader IS 'named readers (秘密文書): of a confidential record nobody else, of another one they beside its sections';

CREATE TABLE doc_receipt (
    record_id      uuid PRIMARY KEY REFERENCES doc_record (id),
    channel        text NOT NULL CHECK (channel IN ('POST', 'COUNTER', 'SCAN', 'MAIL', 'FAX', 'EXCHANGE')),
    sender_number  text,
    sender_date    date,
    note           text
);
COMMENT ON TABLE doc_receipt IS 'what only letters have: the way they came, and the number and date of their sender';

CREATE TABLE doc_staged_file (
    id          uuid PRIMARY KEY,
    staff_id    uuid NOT NULL,
    sha256      text NOT NULL REFERENCES doc_file (sha256),
    name        text NOT NULL,
    media_type  text NOT NULL,
    size        bigint NOT NULL,
    condition   text NOT NULL CHECK (condition IN ('READABLE', 'ENCRYPTED', 'BROKEN', 'UNTESTED')),
    staged_at   timestamptz NOT NULL
);
CREATE INDEX doc_staged_file_staff ON doc_staged_file (staff_id, staged_at);
COMMENT ON TABLE doc_staged_file IS 'what a member of staff has handed in but not entered yet, so that a fault in the form loses no file';

CREATE TABLE doc_rendition (
    original     text PRIMARY KEY REFERENCES doc_file (sha256),
    state        text NOT NULL CHECK (state IN ('WAITING', 'MADE', 'IMPOSSIBLE')),
    sha256       text REFERENCES doc_file (sha256),
    reason       text CHECK (reason <> ''),
    ordered_at   timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    finished_at  timestamptz,
    CHECK ((state = 'MADE') = (sha256 IS NOT NULL)),
    CHECK ((state = 'IMPOSSIBLE') = (reason IS NOT NULL)),
    CHECK ((state = 'WAITING') = (finished_at IS NULL))
);
CREATE INDEX doc_rendition_waiting ON doc_rendition (ordered_at) WHERE state = 'WAITING';
CREATE INDEX doc_rendition_sha256 ON doc_rendition (sha256);
COMMENT ON TABLE doc_rendition IS 'the PDF/A that stands beside an original, or why there is none';

CREATE TABLE doc_circulation (
    id            uuid PRIMARY KEY,
    record_id     uuid NOT NULL REFERENCES doc_record (id),
    started_by    uuid NOT NULL,
    started_name  text NOT NULL,
    started_at    timestamptz NOT NULL,
    note          text,
    due_on        date,
    completes     boolean NOT NULL,
    finished_at   timestamptz
);
CREATE INDEX doc_circulation_record ON doc_circulation (record_id);
COMMENT ON COLUMN doc_circulation.completes IS 'the record is done with (完結) when the last one has read it';

CREATE TABLE doc_circulation_reader (
    circulation_id  uuid NOT NULL REFERENCES doc_circulation (id),
    staff_id        uuid NOT NULL,
    record_id       uuid NOT NULL REFERENCES doc_record (id),
    position        integer NOT NULL,
    name            text NOT NULL,
    section         text NOT NULL,
    read_at         timestamptz,
    comment         text,
    PRIMARY KEY (circulation_id, staff_id)
);
CREATE INDEX doc_circulation_reader_waiting ON doc_circulation_reader (staff_id) WHERE read_at IS NULL;
CREATE INDEX doc_circulation_reader_record ON doc_circulation_reader (record_id, staff_id);
