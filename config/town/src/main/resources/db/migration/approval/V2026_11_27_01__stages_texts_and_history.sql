-- Routes with stages whose stops act at the same time, texts in versions, a history that only grows, and who opened what.

ALTER TABLE apv_step DROP CONSTRAINT apv_one_stop_waits;
ALTER TABLE apv_step DROP CONSTRAINT apv_step_state_check;
ALTER TABLE apv_step DROP CONSTRAINT apv_step_check;
ALTER TABLE apv_step
    ADD COLUMN stage            integer CHECK (stage >= 1),
    ADD COLUMN kind             text CHECK (kind IN ('AGREE', 'CONSULT', 'DECIDE', 'REVIEW', 'INFORM')),
    ADD COLUMN section_name     text,
    ADD COLUMN rank             integer NOT NULL DEFAULT 99,
    ADD COLUMN by_proxy         boolean NOT NULL DEFAULT false,
    ADD COLUMN assignee_id      uuid,
    ADD COLUMN assignee_name    text,
    ADD COLUMN reached_version  bigint,
    ADD COLUMN reached_at       timestamptz,
    ADD COLUMN due_on           date,
    ADD COLUMN reminded_on      date,
    ADD COLUMN escalated_on     date,
    ADD COLUMN escalated_post   text,
    ADD CHECK (state IN ('AHEAD', 'WAITING', 'DONE', 'RETURNED', 'OBJECTED', 'PASSED_OVER', 'REJECTED', 'DROPPED')),
    ADD CHECK (state NOT IN ('DONE', 'RETURNED', 'OBJECTED', 'REJECTED') OR person_id IS NOT NULL AND acted_at IS NOT NULL),
    ADD CHECK (num_nonnulls(assignee_id, assignee_name) <> 1),
    ADD CHECK (num_nonnulls(escalated_on, escalated_post) <> 1);
COMMENT ON COLUMN apv_step.stage IS 'stops of one stage are asked at the same time';
COMMENT ON COLUMN apv_step.by_proxy IS '代決: the person stood in for the holder of the post';
COMMENT ON COLUMN apv_step.assignee_id IS 'handed to this holder of the post; null: any holder acts';
COMMENT ON COLUMN apv_step.reached_version IS 'version of the proposal when the turn came; whoever saw an earlier one did not see this turn';

UPDATE apv_step s SET stage = number, reached_version = 0,
    kind = CASE WHEN number = (SELECT max(l.number) FROM apv_step l WHERE l.proposal_id = s.proposal_id) THEN 'DECIDE' ELSE 'AGREE' END,
    reached_at = (SELECT p.proposed_at FROM apv_proposal p WHERE p.id = s.proposal_id);

-- A node of the version before writes neither stage nor kind while both run.
CREATE FUNCTION apv_fill_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.stage := coalesce(NEW.stage, NEW.number);
    NEW.kind := coalesce(NEW.kind, 'AGREE');
    NEW.reached_at := CASE WHEN NEW.state = 'WAITING' THEN coalesce(NEW.reached_at, now()) ELSE NEW.reached_at END;
    RETURN NEW;
END $$;
CREATE TRIGGER apv_step_has_a_stage BEFORE INSERT ON apv_step
    FOR EACH ROW WHEN (NEW.stage IS NULL OR NEW.kind IS NULL) EXECUTE FUNCTION apv_fill_stage();
ALTER TABLE apv_step ALTER COLUMN stage SET NOT NULL, ALTER COLUMN kind SET NOT NULL;

CREATE INDEX apv_step_due ON apv_step (due_on) WHERE state = 'WAITING';
CREATE INDEX apv_step_escalated ON apv_step (escalated_post) WHERE state = 'WAITING' AND escalated_post IS NOT NULL;
CREATE INDEX apv_step_objected ON apv_step (proposal_id) WHERE state = 'OBJECTED';

ALTER TABLE apv_proposal DROP CONSTRAINT apv_proposal_state_check;
ALTER TABLE apv_proposal
    ADD CHECK (state IN ('PROPOSED', 'DECIDED', 'SENT_BACK', 'REJECTED', 'WITHDRAWN', 'ABANDONED')),
    ADD COLUMN text_version       integer NOT NULL DEFAULT 1 CHECK (text_version >= 1),
    ADD COLUMN content_hash       text,
    ADD COLUMN urgent             boolean NOT NULL DEFAULT false,
    ADD COLUMN wanted_by          date,
    ADD COLUMN decision_class     text,
    ADD COLUMN proxy_excluded     boolean NOT NULL DEFAULT false,
    ADD COLUMN editable           boolean NOT NULL DEFAULT false,
    ADD COLUMN rule               text,
    ADD COLUMN follows            uuid REFERENCES apv_proposal (id),
    ADD COLUMN amends             uuid REFERENCES apv_proposal (id),
    ADD COLUMN drafter_post_name  text,
    ADD COLUMN events             integer NOT NULL DEFAULT 1,
    ADD COLUMN chain_from         integer NOT NULL DEFAULT 0,
    ADD COLUMN chain_hash         text NOT NULL DEFAULT repeat('0', 64),
    ADD COLUMN worded_event       integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN apv_proposal.events IS 'lines of its history; every deed adds one';
COMMENT ON COLUMN apv_proposal.chain_from IS 'lines before the history was kept: the chain begins after this number';
COMMENT ON COLUMN apv_proposal.chain_hash IS 'hash of the last line of its history';
COMMENT ON COLUMN apv_proposal.worded_event IS 'the last line that everybody who acts must have seen: words, another text, a step back';
ALTER TABLE apv_proposal DISABLE TRIGGER apv_proposal_keeps_text;
UPDATE apv_proposal SET events = version + 1, chain_from = version + 1;
ALTER TABLE apv_proposal ENABLE TRIGGER apv_proposal_keeps_text;
CREATE INDEX apv_proposal_of_drafter ON apv_proposal (drafter_id, proposed_at)
    WHERE state IN ('PROPOSED', 'SENT_BACK', 'WITHDRAWN');
CREATE INDEX apv_proposal_amends ON apv_proposal (amends) WHERE amends IS NOT NULL;

CREATE TABLE apv_text (
    proposal_id   uuid NOT NULL REFERENCES apv_proposal (id),
    number        integer NOT NULL CHECK (number >= 1),
    text          text NOT NULL,
    given_hash    text,
    files         text NOT NULL,
    content_hash  text,
    written_at    timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, number)
);
COMMENT ON TABLE apv_text IS 'every text that was or is decided on, with its files by name and SHA-256';
INSERT INTO apv_text (proposal_id, number, text, files, written_at) SELECT id, 1, text, '[]', proposed_at FROM apv_proposal;

CREATE TABLE apv_event (
    proposal_id    uuid NOT NULL REFERENCES apv_proposal (id),
    number         integer NOT NULL CHECK (number >= 1),
    at             timestamptz NOT NULL,
    kind           text NOT NULL,
    actor_id       uuid,
    actor_name     text NOT NULL,
    post           text,
    post_name      text,
    step           integer,
    words          text,
    details        text,
    text_version   integer NOT NULL,
    content_hash   text,
    previous_hash  text NOT NULL CHECK (previous_hash ~ '^[0-9a-f]{64}$'),
    hash           text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (proposal_id, number)
);
COMMENT ON TABLE apv_event IS '決裁の経過: append-only; each line holds the hash of the line before';

CREATE FUNCTION apv_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER apv_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON apv_event EXECUTE FUNCTION apv_never_changes();
CREATE TRIGGER apv_text_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON apv_text EXECUTE FUNCTION apv_never_changes();
REVOKE UPDATE, DELETE, TRUNCATE ON apv_event, apv_text FROM ${app};

CREATE TABLE apv_opening (
    proposal_id  uuid NOT NULL REFERENCES apv_proposal (id),
    person_id    uuid NOT NULL,
    version      bigint NOT NULL,
    opened_at    timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, person_id)
);
COMMENT ON TABLE apv_opening IS 'who opened a proposal last at which version: many are approved at once only after each was opened';

-- What was asked never changes; another text is another version; what is closed stays closed, but for 廃案 of what came back.
CREATE OR REPLACE FUNCTION apv_keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.matter, NEW.amount, NEW.subject_type, NEW.subject_id, NEW.title, NEW.drafter_id, NEW.proposed_at, NEW.follows,
        NEW.amends, NEW.chain_from)
       IS DISTINCT FROM
       (OLD.matter, OLD.amount, OLD.subject_type, OLD.subject_id, OLD.title, OLD.drafter_id, OLD.proposed_at, OLD.follows,
        OLD.amends, OLD.chain_from) THEN
        RAISE EXCEPTION 'a proposal keeps what was asked' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (NEW.text, NEW.content_hash) IS DISTINCT FROM (OLD.text, OLD.content_hash)
       AND (NEW.text_version <> OLD.text_version + 1 OR OLD.state <> 'PROPOSED')
       OR NEW.text_version NOT IN (OLD.text_version, OLD.text_version + 1) THEN
        RAISE EXCEPTION 'another text is another version, and a closed proposal keeps its text'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.state <> 'PROPOSED' AND NEW.state <> OLD.state
       AND NOT (OLD.state IN ('SENT_BACK', 'WITHDRAWN') AND NEW.state = 'ABANDONED') THEN
        RAISE EXCEPTION 'a closed proposal stays closed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.events < OLD.events THEN
        RAISE EXCEPTION 'a history only grows' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

-- At the end of a deed: one stage of an open proposal is open, none of a closed one, and a decided one left nobody out.
CREATE FUNCTION apv_check_route(asked uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    life text;
    open_stages integer;
    unfinished integer;
BEGIN
    SELECT state INTO life FROM apv_proposal WHERE id = asked;
    SELECT count(DISTINCT stage) FILTER (WHERE state IN ('WAITING', 'OBJECTED')),
           count(*) FILTER (WHERE state NOT IN ('DONE', 'PASSED_OVER'))
      INTO open_stages, unfinished
      FROM apv_step WHERE proposal_id = asked AND kind IN ('AGREE', 'CONSULT', 'DECIDE');
    IF life = 'PROPOSED' AND open_stages <> 1 OR life <> 'PROPOSED' AND open_stages <> 0
       OR life = 'DECIDED' AND unfinished <> 0 THEN
        RAISE EXCEPTION 'proposal % is % with % open stages and % stops not done', asked, life, open_stages, unfinished
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END $$;
CREATE FUNCTION apv_proposal_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM apv_check_route(NEW.id);
    RETURN NULL;
END $$;
CREATE FUNCTION apv_step_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM apv_check_route(NEW.proposal_id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER apv_one_stage_is_open AFTER INSERT OR UPDATE OF state ON apv_proposal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION apv_proposal_route();
CREATE CONSTRAINT TRIGGER apv_step_in_an_open_stage AFTER UPDATE OF state ON apv_step
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION apv_step_route();
