-- The history of a record (文書の履歴): what happened to it, in order, each row chained to the row before it by its hash.

CREATE TABLE doc_event (
    record_id      uuid NOT NULL,
    sequence       integer NOT NULL CHECK (sequence > 0),
    kind           text NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]*$'),
    happened_at    timestamptz NOT NULL,
    actor_kind     text NOT NULL CHECK (actor_kind IN ('ANONYMOUS', 'RESIDENT', 'STAFF', 'PEER', 'SYSTEM')),
    actor_id       uuid,
    actor_name     text NOT NULL,
    post           text,
    section        text,
    payload        text NOT NULL,
    previous_hash  bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash           bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (record_id, sequence)
);
COMMENT ON COLUMN doc_event.record_id IS 'a record, a draft that will become one, or a dossier; no key, so that the history outlives what it tells of';
COMMENT ON COLUMN doc_event.payload IS 'canonical JSON as it was hashed; never personal data beyond ids and numbers';

CREATE TABLE doc_event_head (
    record_id  uuid PRIMARY KEY,
    sequence   integer NOT NULL CHECK (sequence > 0),
    hash       bytea NOT NULL CHECK (octet_length(hash) = 32)
) WITH (fillfactor = 70);
COMMENT ON TABLE doc_event_head IS 'the end of each history: two deeds on one record wait for each other here, and a row cut off at the end is missed';

CREATE TRIGGER doc_event_stays BEFORE UPDATE OR DELETE ON doc_event FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();

CREATE FUNCTION doc_head_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.record_id <> OLD.record_id OR NEW.sequence <> OLD.sequence + 1 THEN
        RAISE EXCEPTION 'A history only goes on, one step at a time' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_event_head_moves_on BEFORE UPDATE ON doc_event_head FOR EACH ROW EXECUTE FUNCTION doc_head_moves_on();

REVOKE UPDATE, DELETE, TRUNCATE ON doc_event FROM "${app}";
REVOKE DELETE, TRUNCATE ON doc_event_head FROM "${app}";
