-- What people said on a route may tell what the record said: it goes with the record. A line covers its words by their hash, so that
-- the history stays proven without them.

ALTER TABLE apv_event ADD COLUMN words_hash text CHECK (words_hash ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN apv_event.words_hash IS 'SHA-256 of proposal, number and words; null where nothing was said, and in lines older than this column';

DROP TRIGGER apv_event_only_grows ON apv_event;
CREATE FUNCTION apv_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.words IS NOT NULL AND NEW.words IS NULL AND OLD.words_hash IS NOT NULL
       AND to_jsonb(NEW) - 'words' = to_jsonb(OLD) - 'words'
       AND EXISTS (SELECT 1 FROM apv_proposal p WHERE p.id = OLD.proposal_id AND p.gone_under IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'apv_event only grows' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER apv_event_stays BEFORE UPDATE OR DELETE ON apv_event FOR EACH ROW EXECUTE FUNCTION apv_event_stays();
CREATE TRIGGER apv_event_is_not_emptied BEFORE TRUNCATE ON apv_event EXECUTE FUNCTION apv_never_changes();
GRANT UPDATE (words) ON apv_event TO "${app}";
