-- Audit (監査): entries are written unsealed, the sealer chains them; nothing in here is ever changed or removed.

CREATE TABLE aud_entry (
    id           uuid PRIMARY KEY,
    occurred_at  timestamptz NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('LOOK', 'CHANGE', 'REFUSAL')),
    deed         text NOT NULL CHECK (deed ~ '^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$'),
    actor_kind   text NOT NULL CHECK (actor_kind IN ('ANONYMOUS', 'RESIDENT', 'STAFF', 'PEER', 'SYSTEM')),
    actor_id     uuid,
    actor_name   text NOT NULL,
    post         text,
    section      text,
    origin       text,
    request_id   text NOT NULL,
    person_id    uuid,
    object_type  text,
    object_id    text,
    reason       text
);
CREATE INDEX aud_entry_time ON aud_entry (occurred_at);
CREATE INDEX aud_entry_person ON aud_entry (person_id, occurred_at) WHERE person_id IS NOT NULL;
CREATE INDEX aud_entry_actor ON aud_entry (actor_id, occurred_at) WHERE actor_id IS NOT NULL;
CREATE INDEX aud_entry_object ON aud_entry (object_id, occurred_at) WHERE object_id IS NOT NULL;
COMMENT ON TABLE aud_entry IS '操作記録: who looked at or changed what, when, why and from where';

CREATE TABLE aud_unsealed (
    entry_id  uuid PRIMARY KEY
);
COMMENT ON TABLE aud_unsealed IS 'the entries that wait for the sealer; an entry enters by trigger and leaves when it is sealed';

CREATE FUNCTION aud_await_seal() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO aud_unsealed (entry_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER aud_entry_awaits_seal AFTER INSERT ON aud_entry
    FOR EACH ROW EXECUTE FUNCTION aud_await_seal();

CREATE TABLE aud_seal (
    sequence       bigint PRIMARY KEY CHECK (sequence > 0),
    entry_id       uuid NOT NULL UNIQUE REFERENCES aud_entry (id),
    previous_hash  bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash           bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    sealed_at      timestamptz NOT NULL
);
COMMENT ON TABLE aud_seal IS 'the chain: each seal is the SHA-256 over the seal before it, its own number and its entry';

CREATE TABLE aud_head (
    sequence      bigint PRIMARY KEY REFERENCES aud_seal (sequence),
    hash          bytea NOT NULL CHECK (octet_length(hash) = 32),
    published_at  timestamptz NOT NULL
);
COMMENT ON TABLE aud_head IS 'heads of the chain as they were published, also to the log of the server';

CREATE TABLE aud_stamp (
    day         date PRIMARY KEY,
    sequence    bigint NOT NULL REFERENCES aud_seal (sequence),
    hash        bytea NOT NULL CHECK (octet_length(hash) = 32),
    stamped_at  timestamptz NOT NULL,
    authority   text NOT NULL,
    token       bytea
);
COMMENT ON TABLE aud_stamp IS 'the head of each day with a timestamp; the token is an RFC 3161 answer where an authority is configured';

REVOKE UPDATE, DELETE, TRUNCATE ON aud_entry, aud_seal, aud_head, aud_stamp FROM "${app}";
REVOKE UPDATE, TRUNCATE ON aud_unsealed FROM "${app}";
