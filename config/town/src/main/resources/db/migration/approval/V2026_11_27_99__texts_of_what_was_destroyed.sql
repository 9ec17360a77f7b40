-- When the record of what was decided comes to its end (廃棄・移管), the text and the names of files go from its proposals too; the
-- history with its hashes stays.

ALTER TABLE apv_text ADD COLUMN gone_under text CHECK (gone_under <> '');
COMMENT ON COLUMN apv_text.gone_under IS 'the protocol under which the record went; null while it is kept';
ALTER TABLE apv_proposal ADD COLUMN gone_under text CHECK (gone_under <> '');
COMMENT ON COLUMN apv_proposal.gone_under IS 'as in apv_text';

DROP TRIGGER apv_text_only_grows ON apv_text;
CREATE FUNCTION apv_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.gone_under IS NULL AND NEW.gone_under IS NOT NULL AND NEW.text = '' AND NEW.files = '[]'
       AND to_jsonb(NEW) - '{text,files,gone_under}'::text[] = to_jsonb(OLD) - '{text,files,gone_under}'::text[]
       AND EXISTS (SELECT 1 FROM apv_proposal p WHERE p.id = OLD.proposal_id AND p.gone_under = NEW.gone_under) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'apv_text only grows' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER apv_text_stays BEFORE UPDATE OR DELETE ON apv_text FOR EACH ROW EXECUTE FUNCTION apv_text_stays();
CREATE TRIGGER apv_text_is_not_emptied BEFORE TRUNCATE ON apv_text EXECUTE FUNCTION apv_never_changes();
GRANT UPDATE (text, files, gone_under) ON apv_text TO "${app}";

CREATE FUNCTION apv_proposal_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.gone_under IS NOT NULL OR OLD.state = 'PROPOSED' OR NEW.title <> '廃棄済み' OR NEW.text <> ''
       OR to_jsonb(NEW) - '{title,text,gone_under}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{title,text,gone_under}'::text[] THEN
        RAISE EXCEPTION 'only the words of a closed proposal go, once' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER apv_proposal_goes BEFORE UPDATE ON apv_proposal
    FOR EACH ROW WHEN (NEW.gone_under IS DISTINCT FROM OLD.gone_under) EXECUTE FUNCTION apv_proposal_goes();
DROP TRIGGER apv_proposal_keeps_text ON apv_proposal;
CREATE TRIGGER apv_proposal_keeps_text BEFORE UPDATE ON apv_proposal
    FOR EACH ROW WHEN (NEW.gone_under IS NOT DISTINCT FROM OLD.gone_under) EXECUTE FUNCTION apv_keep_text();
