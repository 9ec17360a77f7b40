-- Records (文書): numbered incoming and outgoing records; files byte for byte, known by their SHA-256.

CREATE TABLE doc_file (
    sha256      text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint NOT NULL CHECK (size >= 0),
    media_type  text NOT NULL,
    scan        text NOT NULL CHECK (scan IN ('CLEAN', 'NOT_SCANNED')),
    content     bytea,
    chunks      integer NOT NULL CHECK (chunks >= 0),
    kept_at     timestamptz NOT NULL,
    CONSTRAINT doc_file_whole_or_in_chunks CHECK ((content IS NULL) = (chunks > 0))
);
COMMENT ON TABLE doc_file IS 'up to one megabyte in the row itself, above it in doc_file_chunk';

CREATE TABLE doc_file_chunk (
    sha256   text NOT NULL REFERENCES doc_file (sha256),
    number   integer NOT NULL CHECK (number >= 0),
    content  bytea NOT NULL,
    PRIMARY KEY (sha256, number)
);
ALTER TABLE doc_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE doc_counter (
    direction    text NOT NULL CHECK (direction IN ('IN', 'OUT')),
    section      text NOT NULL,
    fiscal_year  integer NOT NULL,
    last         bigint NOT NULL CHECK (last > 0),
    PRIMARY KEY (direction, section, fiscal_year)
);
COMMENT ON TABLE doc_counter IS 'the row stays locked until the deed commits, so that no number is lost or given twice';

CREATE TABLE doc_record (
    id           uuid PRIMARY KEY,
    direction    text NOT NULL CHECK (direction IN ('IN', 'OUT')),
    section      text NOT NULL,
    fiscal_year  integer NOT NULL,
    sequence     bigint NOT NULL CHECK (sequence > 0),
    number       text NOT NULL,
    title        text NOT NULL,
    party        text NOT NULL,
    cause_type   text NOT NULL,
    cause_id     uuid NOT NULL,
    in_reply_to  uuid REFERENCES doc_record (id),
    arrived_at   timestamptz,
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT doc_record_number_once UNIQUE (direction, section, fiscal_year, sequence),
    CONSTRAINT doc_record_once_per_cause UNIQUE (direction, cause_type, cause_id),
    CHECK ((direction = 'IN') = (arrived_at IS NOT NULL))
);
CREATE INDEX doc_record_in_reply_to ON doc_record (in_reply_to);
CREATE INDEX doc_record_section_time ON doc_record (section, recorded_at);
COMMENT ON COLUMN doc_record.party IS 'sender (収受) or recipient (施行) as the register shows';

CREATE TABLE doc_record_file (
    record_id  uuid NOT NULL REFERENCES doc_record (id),
    position   integer NOT NULL,
    sha256     text NOT NULL REFERENCES doc_file (sha256),
    PRIMARY KEY (record_id, position)
);
CREATE INDEX doc_record_file_sha256 ON doc_record_file (sha256);

-- A record, its number and its files are facts: nothing about them is ever rewritten.
CREATE FUNCTION doc_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is kept as it was written', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_record_stays BEFORE UPDATE OR DELETE ON doc_record FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
CREATE TRIGGER doc_file_stays BEFORE UPDATE ON doc_file FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
CREATE TRIGGER doc_chunk_stays BEFORE UPDATE ON doc_file_chunk FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
