-- The end of records, second part: lists of disposal and their steps, protocols of what went, and how content really goes.

CREATE TABLE doc_disposal (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 0,
    section         text NOT NULL,
    fiscal_year     integer NOT NULL,
    state           text NOT NULL CHECK (state IN ('CHECKING', 'REVIEWING', 'APPRAISING', 'CONFIRMING', 'CONFIRMED', 'DONE', 'CALLED_OFF')),
    made_by         uuid NOT NULL,
    made_name       text NOT NULL,
    made_at         timestamptz NOT NULL,
    checked_by      uuid,
    checked_name    text,
    checked_at      timestamptz,
    reviewed_by     uuid,
    reviewed_name   text,
    reviewed_at     timestamptz,
    appraised_by    uuid,
    appraised_name  text,
    appraised_at    timestamptz,
    confirmed_by    uuid,
    confirmed_name  text,
    confirmed_at    timestamptz,
    remark          text CHECK (remark <> ''),
    CONSTRAINT doc_disposal_four_eyes CHECK (confirmed_by IS NULL
        OR confirmed_by NOT IN (made_by, checked_by, reviewed_by, appraised_by)),
    CONSTRAINT doc_disposal_steps_in_order CHECK (state = 'CALLED_OFF'
        OR (checked_by IS NOT NULL) = (state <> 'CHECKING')
        AND (reviewed_by IS NOT NULL) = (state NOT IN ('CHECKING', 'REVIEWING'))
        AND (appraised_by IS NOT NULL) = (state NOT IN ('CHECKING', 'REVIEWING', 'APPRAISING'))
        AND (confirmed_by IS NOT NULL) = (state IN ('CONFIRMED', 'DONE')))
);
CREATE INDEX doc_disposal_list ON doc_disposal (made_at DESC, id);
CREATE INDEX doc_disposal_section ON doc_disposal (section, made_at DESC, id);
CREATE INDEX doc_disposal_confirmed ON doc_disposal (confirmed_at) WHERE state = 'CONFIRMED';
COMMENT ON COLUMN doc_disposal.remark IS 'why it was given back or called off last';

CREATE TABLE doc_disposal_item (
    disposal_id     uuid NOT NULL REFERENCES doc_disposal (id),
    dossier_id      uuid NOT NULL REFERENCES doc_dossier (id),
    verdict         text CHECK (verdict IN ('DESTROY', 'EXTEND', 'OFFER')),
    verdict_reason  text CHECK (verdict_reason <> ''),
    years           integer CHECK (years BETWEEN 1 AND 30),
    choice          text CHECK (choice IN ('KEEP', 'LEAVE')),
    choice_reason   text CHECK (choice_reason <> ''),
    state           text NOT NULL CHECK (state IN ('OPEN', 'CALLED_OFF', 'DESTROYED', 'EXTENDED', 'TRANSFERRED')),
    ended_at        timestamptz,
    ended_reason    text,
    tried_at        timestamptz,
    PRIMARY KEY (disposal_id, dossier_id),
    CHECK ((verdict = 'EXTEND') = (years IS NOT NULL)),
    CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CHECK (verdict IS DISTINCT FROM 'EXTEND' OR verdict_reason IS NOT NULL),
    CHECK (choice IS DISTINCT FROM 'KEEP' OR choice_reason IS NOT NULL)
);
CREATE UNIQUE INDEX doc_disposal_item_once ON doc_disposal_item (dossier_id) WHERE state = 'OPEN';
COMMENT ON COLUMN doc_disposal_item.verdict IS 'what the section proposes; choice is what the archivist decides (歴史的文書の選別)';

CREATE TABLE doc_protocol_counter (
    fiscal_year  integer PRIMARY KEY,
    last         bigint NOT NULL CHECK (last > 0)
);

CREATE TABLE doc_protocol (
    id              uuid PRIMARY KEY,
    fiscal_year     integer NOT NULL,
    sequence        bigint NOT NULL CHECK (sequence > 0),
    number          text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('DESTRUCTION', 'TRANSFER')),
    disposal_id     uuid NOT NULL REFERENCES doc_disposal (id),
    dossier_id      uuid NOT NULL UNIQUE REFERENCES doc_dossier (id),
    section         text NOT NULL,
    dossier_year    integer NOT NULL,
    dossier_code    text NOT NULL,
    dossier_title   text NOT NULL,
    class_names     text NOT NULL,
    retention       text NOT NULL,
    ground          text NOT NULL,
    kept_from       date NOT NULL,
    kept_until      date NOT NULL,
    records         integer NOT NULL CHECK (records >= 0),
    files           integer NOT NULL CHECK (files >= 0),
    bytes           bigint NOT NULL CHECK (bytes >= 0),
    reason          text NOT NULL CHECK (reason <> ''),
    checked_by      uuid NOT NULL,
    checked_name    text NOT NULL,
    reviewed_by     uuid NOT NULL,
    reviewed_name   text NOT NULL,
    appraised_by    uuid NOT NULL,
    appraised_name  text NOT NULL,
    confirmed_by    uuid NOT NULL,
    confirmed_name  text NOT NULL,
    receipt         text CHECK (receipt <> ''),
    ended_on        date NOT NULL,
    ended_at        timestamptz NOT NULL,
    digest          text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    CONSTRAINT doc_protocol_number_once UNIQUE (fiscal_year, sequence),
    CONSTRAINT doc_protocol_four_eyes CHECK (confirmed_by NOT IN (checked_by, reviewed_by, appraised_by)),
    CONSTRAINT doc_protocol_after_the_period CHECK (ended_on > kept_until),
    CONSTRAINT doc_protocol_archive_has_a_receipt CHECK ((kind = 'TRANSFER') = (receipt IS NOT NULL))
);
CREATE INDEX doc_protocol_list ON doc_protocol (ended_at DESC, id);
CREATE INDEX doc_protocol_section ON doc_protocol (section, ended_at DESC, id);
COMMENT ON TABLE doc_protocol IS '廃棄記録: what went, why, when and by whose hands; never what stood in it';
CREATE TRIGGER doc_protocol_stays BEFORE UPDATE OR DELETE ON doc_protocol FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON doc_protocol FROM "${app}";

-- A file goes only under a protocol that counts the very period it has.
CREATE OR REPLACE FUNCTION doc_dossier_goes_lawfully() RETURNS trigger LANGUAGE plpgsql AS $$
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
        IF NOT EXISTS (SELECT 1 FROM doc_protocol p WHERE p.dossier_id = OLD.id AND p.kept_until = OLD.retention_until
                       AND (p.kind = 'DESTRUCTION') = (NEW.state = 'DESTROYED')) THEN
            RAISE EXCEPTION 'A file goes under a protocol' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- True once the file in which a record lay is gone.
CREATE FUNCTION doc_record_is_gone(record uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM doc_filing f JOIN doc_dossier d ON d.id = f.dossier_id
                   WHERE f.record_id = record AND f.until IS NULL AND d.state IN ('DESTROYED', 'TRANSFERRED'))
$$;

-- Words of an entry are taken out when its file is gone, and only then; its number, dates and place in the register stay.
CREATE FUNCTION doc_record_ends_lawfully() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.title = '廃棄済み' AND NEW.party = '廃棄済み' AND doc_record_is_gone(OLD.id)
       AND (NEW.id, NEW.direction, NEW.section, NEW.fiscal_year, NEW.sequence, NEW.number, NEW.cause_type, NEW.cause_id,
            NEW.in_reply_to, NEW.arrived_at, NEW.recorded_at)
           IS NOT DISTINCT FROM
           (OLD.id, OLD.direction, OLD.section, OLD.fiscal_year, OLD.sequence, OLD.number, OLD.cause_type, OLD.cause_id,
            OLD.in_reply_to, OLD.arrived_at, OLD.recorded_at)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'doc_record is kept as it was written' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER doc_record_stays ON doc_record;
CREATE TRIGGER doc_record_stays BEFORE UPDATE OR DELETE ON doc_record FOR EACH ROW EXECUTE FUNCTION doc_record_ends_lawfully();

CREATE FUNCTION doc_record_file_ends_lawfully() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT doc_record_is_gone(OLD.record_id) THEN
        RAISE EXCEPTION 'A record keeps its files until it is gone' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER doc_record_file_ends_lawfully BEFORE DELETE ON doc_record_file
    FOR EACH ROW EXECUTE FUNCTION doc_record_file_ends_lawfully();

-- Takes the bytes away unless a row anywhere still names them; true if they are gone. What names them by a key keeps them.
CREATE FUNCTION doc_forget_file(hash text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    drawn text;
BEGIN
    DELETE FROM doc_rendition n WHERE n.original = hash RETURNING n.sha256 INTO drawn;
    DELETE FROM doc_lent_file l WHERE l.sha256 = hash;
    DELETE FROM doc_file_chunk c WHERE c.sha256 = hash;
    DELETE FROM doc_file f WHERE f.sha256 = hash;
    IF drawn IS NOT NULL AND drawn <> hash THEN
        PERFORM doc_forget_file(drawn);
    END IF;
    RETURN true;
EXCEPTION WHEN foreign_key_violation THEN
    RETURN false;
END $$;
