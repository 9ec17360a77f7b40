-- Electronic signatures of what goes out: the signed copy stays as it is, and what keeps it provable is put beside it.

CREATE TABLE doc_signature (
    original       text PRIMARY KEY REFERENCES doc_file (sha256),
    record_id      uuid NOT NULL REFERENCES doc_dispatch (record_id),
    signer         text NOT NULL CHECK (signer <> ''),
    issuer         text NOT NULL CHECK (issuer <> ''),
    serial         text NOT NULL CHECK (serial <> ''),
    signed_at      timestamptz NOT NULL,
    stage          text NOT NULL CHECK (stage IN ('SIGNED', 'STAMPED', 'KEPT')),
    latest         text NOT NULL REFERENCES doc_file (sha256),
    stamp_until    timestamptz,
    next_at        timestamptz NOT NULL,
    attempts       integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    problem        text CHECK (problem <> ''),
    mail_until     timestamptz,
    CHECK ((stage = 'SIGNED') = (stamp_until IS NULL)),
    CHECK ((stage = 'SIGNED') = (latest = original))
);
CREATE INDEX doc_signature_record ON doc_signature (record_id);
CREATE INDEX doc_signature_next ON doc_signature (next_at);
CREATE INDEX doc_signature_latest ON doc_signature (latest);
CREATE INDEX doc_signature_mail ON doc_signature (mail_until) WHERE mail_until IS NOT NULL;
COMMENT ON TABLE doc_signature IS '電子署名: who signed a fair copy, how far it is provable, and when the next step is due';
COMMENT ON COLUMN doc_signature.stamp_until IS 'end of the certificate behind the latest time stamp: a new one must stand on it before';
COMMENT ON COLUMN doc_signature.mail_until IS 'the mail waits for a time stamp, but no longer than this; null once it is ordered, or if there is none';

CREATE TABLE doc_signature_version (
    original     text NOT NULL REFERENCES doc_signature (original),
    number       integer NOT NULL CHECK (number > 0),
    sha256       text NOT NULL REFERENCES doc_file (sha256),
    stage        text NOT NULL CHECK (stage IN ('STAMPED', 'KEPT')),
    made_at      timestamptz NOT NULL,
    stamp_until  timestamptz NOT NULL,
    PRIMARY KEY (original, number)
);
CREATE INDEX doc_signature_version_sha256 ON doc_signature_version (sha256);
COMMENT ON TABLE doc_signature_version IS 'what was put beside a signed copy, and when: each begins with the bytes of the one before';

-- Who signed what stays; a step leads forward; all of it goes with the file of the record, and only then.
CREATE FUNCTION doc_signature_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF doc_record_is_gone(OLD.record_id) THEN
            RETURN OLD;
        END IF;
    ELSIF (NEW.original, NEW.record_id, NEW.signer, NEW.issuer, NEW.serial, NEW.signed_at)
            = (OLD.original, OLD.record_id, OLD.signer, OLD.issuer, OLD.serial, OLD.signed_at)
            AND array_position(ARRAY['SIGNED', 'STAMPED', 'KEPT'], NEW.stage) >= array_position(ARRAY['SIGNED', 'STAMPED', 'KEPT'], OLD.stage) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A signature stays as it was given' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_signature_stays BEFORE UPDATE OR DELETE ON doc_signature FOR EACH ROW EXECUTE FUNCTION doc_signature_stays();

CREATE FUNCTION doc_signature_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND doc_record_is_gone((SELECT s.record_id FROM doc_signature s WHERE s.original = OLD.original)) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'What was put beside a signature stays' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_signature_version_stays BEFORE UPDATE OR DELETE ON doc_signature_version
    FOR EACH ROW EXECUTE FUNCTION doc_signature_version_stays();
REVOKE UPDATE, TRUNCATE ON doc_signature_version FROM "${app}";
REVOKE TRUNCATE ON doc_signature FROM "${app}";
CREATE INDEX doc_signature_problem ON doc_signature (problem) WHERE problem IS NOT NULL;
