-- Dispatch (施行): branch numbers, series of the town by calendar year, numbers taken ahead or missing, ways out, and the seal register.

ALTER TABLE doc_record ADD COLUMN series text NOT NULL DEFAULT 'LETTER'
    CHECK (series IN ('LETTER', 'ORDINANCE', 'RULE', 'NOTICE', 'DIRECTIVE', 'PUBLIC', 'ORDER'));
ALTER TABLE doc_record ADD COLUMN branch integer NOT NULL DEFAULT 1 CHECK (branch > 0);
ALTER TABLE doc_record ADD CONSTRAINT doc_record_series_goes_out CHECK (direction = 'OUT' OR series = 'LETTER' AND branch = 1);
ALTER TABLE doc_record DROP CONSTRAINT doc_record_number_once;
CREATE UNIQUE INDEX doc_record_number_once ON doc_record (direction, section, fiscal_year, sequence, branch) WHERE series = 'LETTER';
CREATE UNIQUE INDEX doc_record_number_of_the_town_once ON doc_record (series, fiscal_year, sequence, branch) WHERE series <> 'LETTER';
COMMENT ON COLUMN doc_record.series IS 'LETTER counts for each section and fiscal year, the others for the whole town and calendar year';
COMMENT ON COLUMN doc_record.branch IS '枝番: 1 for a number of its own, 2 for 「…号の2」';

CREATE TABLE doc_series_counter (
    series  text NOT NULL CHECK (series IN ('ORDINANCE', 'RULE', 'NOTICE', 'DIRECTIVE', 'PUBLIC', 'ORDER')),
    year    integer NOT NULL,
    last    bigint NOT NULL CHECK (last > 0),
    PRIMARY KEY (series, year)
);
COMMENT ON TABLE doc_series_counter IS 'as doc_counter: locked until the deed commits';

CREATE TABLE doc_taken_number (
    id          uuid PRIMARY KEY,
    series      text NOT NULL CHECK (series IN ('LETTER', 'ORDINANCE', 'RULE', 'NOTICE', 'DIRECTIVE', 'PUBLIC', 'ORDER')),
    section     text NOT NULL,
    year        integer NOT NULL,
    sequence    bigint NOT NULL CHECK (sequence > 0),
    number      text NOT NULL,
    purpose     text NOT NULL CHECK (purpose <> ''),
    state       text NOT NULL CHECK (state IN ('TAKEN', 'USED', 'MISSING')),
    reason      text CHECK (reason <> ''),
    record_id   uuid REFERENCES doc_record (id) DEFERRABLE INITIALLY DEFERRED,
    taken_name  text NOT NULL,
    taken_at    timestamptz NOT NULL,
    ended_name  text,
    ended_at    timestamptz,
    CHECK ((state = 'TAKEN') = (ended_at IS NULL)),
    CHECK ((state = 'MISSING') = (reason IS NOT NULL)),
    CHECK ((state = 'USED') = (record_id IS NOT NULL))
);
CREATE UNIQUE INDEX doc_taken_number_once ON doc_taken_number (section, year, sequence) WHERE series = 'LETTER';
CREATE UNIQUE INDEX doc_taken_number_of_the_town_once ON doc_taken_number (series, year, sequence) WHERE series <> 'LETTER';
COMMENT ON TABLE doc_taken_number IS 'numbers taken before anything is sent; one that is not used is missing (欠番) with its reason, for ever';

CREATE FUNCTION doc_number_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'USED' AND NEW.purpose = '廃棄済み' AND doc_record_is_gone(OLD.record_id)
            AND to_jsonb(NEW) - 'purpose' = to_jsonb(OLD) - 'purpose' THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR OLD.state <> 'TAKEN' OR (OLD.series, OLD.section, OLD.year, OLD.sequence, OLD.number)
            IS DISTINCT FROM (NEW.series, NEW.section, NEW.year, NEW.sequence, NEW.number) THEN
        RAISE EXCEPTION 'A number that was used or is missing stays so' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_taken_number_ends_once BEFORE UPDATE OR DELETE ON doc_taken_number
    FOR EACH ROW EXECUTE FUNCTION doc_number_ends_once();

CREATE TABLE doc_dispatch (
    record_id   uuid PRIMARY KEY REFERENCES doc_record (id),
    draft_id    uuid NOT NULL REFERENCES doc_draft (id),
    seal        text NOT NULL CHECK (seal IN ('NONE', 'SEAL', 'OMITTED')),
    sent_by     uuid NOT NULL,
    sent_name   text NOT NULL,
    sent_at     timestamptz NOT NULL
);
CREATE INDEX doc_dispatch_draft ON doc_dispatch (draft_id);

CREATE TABLE doc_delivery (
    id           uuid PRIMARY KEY,
    record_id    uuid NOT NULL REFERENCES doc_dispatch (record_id),
    position     integer NOT NULL,
    channel      text NOT NULL CHECK (channel IN ('INBOX', 'MAIL', 'POST', 'NOTICE')),
    name         text NOT NULL CHECK (name <> ''),
    person_id    uuid,
    account_id   uuid,
    mail         text,
    postal_code  text,
    address      text,
    posted_until date,
    sha256       text REFERENCES doc_file (sha256),
    ordered_at   timestamptz NOT NULL,
    opened_at    timestamptz,
    gone         boolean NOT NULL DEFAULT false,
    UNIQUE (record_id, position),
    CHECK (gone OR sha256 IS NOT NULL),
    CHECK (gone OR (channel = 'INBOX') = (account_id IS NOT NULL)),
    CHECK (gone OR (channel = 'MAIL') = (mail IS NOT NULL)),
    CHECK (gone OR channel <> 'POST' OR (person_id IS NULL) = (address IS NOT NULL)),
    CHECK ((channel = 'NOTICE') = (posted_until IS NOT NULL)),
    CHECK (NOT gone OR name = '廃棄済み' AND num_nonnulls(person_id, account_id, mail, postal_code, address, sha256) = 0)
);
CREATE INDEX doc_delivery_sha256 ON doc_delivery (sha256);
CREATE INDEX doc_delivery_account ON doc_delivery (account_id, ordered_at) WHERE account_id IS NOT NULL;
CREATE INDEX doc_delivery_post ON doc_delivery (ordered_at) WHERE channel = 'POST';
CREATE INDEX doc_delivery_notice ON doc_delivery (posted_until) WHERE channel = 'NOTICE';
COMMENT ON COLUMN doc_delivery.address IS 'of a body outside only: the address of a resident is asked of the ledger when it is needed, and never copied';
COMMENT ON COLUMN doc_delivery.sha256 IS 'the fair copy (浄書) for this recipient';
COMMENT ON COLUMN doc_delivery.gone IS 'the file of the record is gone (廃棄・移管): way and moments stay, to whom it went does not';

-- A delivery is opened once; to whom it went is taken out when the file of its record is gone, and only then.
CREATE FUNCTION doc_delivery_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    content text[] := '{name,person_id,account_id,mail,postal_code,address,sha256,gone}';
BEGIN
    IF NEW.gone AND NOT OLD.gone AND doc_record_is_gone(OLD.record_id) AND to_jsonb(NEW) - content = to_jsonb(OLD) - content
       OR OLD.opened_at IS NULL AND to_jsonb(NEW) - 'opened_at' = to_jsonb(OLD) - 'opened_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was sent out stays as it was sent' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_delivery_stays BEFORE UPDATE ON doc_delivery FOR EACH ROW EXECUTE FUNCTION doc_delivery_stays();

CREATE TABLE doc_seal_use (
    id          uuid PRIMARY KEY,
    record_id   uuid NOT NULL REFERENCES doc_record (id),
    seal        text NOT NULL,
    copies      integer NOT NULL CHECK (copies > 0),
    section     text NOT NULL,
    used_by     uuid NOT NULL,
    used_name   text NOT NULL,
    used_at     timestamptz NOT NULL
);
CREATE INDEX doc_seal_use_at ON doc_seal_use (used_at);
COMMENT ON TABLE doc_seal_use IS '公印使用簿: it only grows; number and title are those of the record';
CREATE TRIGGER doc_seal_use_stays BEFORE UPDATE OR DELETE ON doc_seal_use FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
CREATE TRIGGER doc_dispatch_stays BEFORE UPDATE OR DELETE ON doc_dispatch FOR EACH ROW EXECUTE FUNCTION doc_refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON doc_seal_use, doc_dispatch FROM "${app}";
REVOKE DELETE, TRUNCATE ON doc_taken_number, doc_delivery FROM "${app}";
