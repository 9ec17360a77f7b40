-- The sheet of a decided draft is signed too, after the deed: what is signed lies beside the sheet and begins with its bytes.

ALTER TABLE doc_signature DROP CONSTRAINT doc_signature_record_id_fkey;
ALTER TABLE doc_signature ADD CONSTRAINT doc_signature_record_id_fkey FOREIGN KEY (record_id) REFERENCES doc_record (id);

CREATE TABLE doc_sheet_seal (
    record_id  uuid PRIMARY KEY REFERENCES doc_record (id),
    sheet      text NOT NULL REFERENCES doc_file (sha256),
    due_at     timestamptz NOT NULL,
    attempts   integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    sealed     text UNIQUE REFERENCES doc_signature (original)
);
CREATE INDEX doc_sheet_seal_due ON doc_sheet_seal (due_at) WHERE sealed IS NULL;
CREATE INDEX doc_sheet_seal_sheet ON doc_sheet_seal (sheet);
COMMENT ON TABLE doc_sheet_seal IS 'sheets of decided drafts (起案文書) that are signed with the office''s certificate, or wait for it';

CREATE FUNCTION doc_sheet_seal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF doc_record_is_gone(OLD.record_id) THEN
            RETURN OLD;
        END IF;
    ELSIF OLD.sealed IS NULL AND (NEW.record_id, NEW.sheet) = (OLD.record_id, OLD.sheet) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A sheet is sealed once' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_sheet_seal_stays BEFORE UPDATE OR DELETE ON doc_sheet_seal FOR EACH ROW EXECUTE FUNCTION doc_sheet_seal_stays();
REVOKE TRUNCATE ON doc_sheet_seal FROM "${app}";
