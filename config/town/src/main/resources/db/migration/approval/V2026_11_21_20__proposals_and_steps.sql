-- Decisions (決裁): a proposal (起案) and the stops of its route, frozen from the delegation table on the day it was made.

CREATE TABLE apv_proposal (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    matter        text NOT NULL,
    amount        bigint NOT NULL CHECK (amount >= 0),
    subject_type  text NOT NULL,
    subject_id    uuid NOT NULL,
    title         text NOT NULL,
    text          text NOT NULL,
    section       text NOT NULL,
    state         text NOT NULL CHECK (state IN ('PROPOSED', 'DECIDED', 'SENT_BACK')),
    drafter_id    uuid NOT NULL,
    drafter_name  text NOT NULL,
    drafter_post  text NOT NULL,
    proposed_at   timestamptz NOT NULL,
    closed_at     timestamptz,
    turn          integer NOT NULL CHECK (turn >= 1),
    CHECK ((state = 'PROPOSED') = (closed_at IS NULL))
);
CREATE UNIQUE INDEX apv_one_open_proposal_per_subject ON apv_proposal (subject_type, subject_id) WHERE state = 'PROPOSED';
CREATE INDEX apv_proposal_subject ON apv_proposal (subject_type, subject_id, proposed_at);

CREATE TABLE apv_step (
    id           uuid PRIMARY KEY,
    proposal_id  uuid NOT NULL REFERENCES apv_proposal (id),
    number       integer NOT NULL CHECK (number >= 1),
    post         text NOT NULL,
    post_name    text NOT NULL,
    person_id    uuid,
    person_name  text,
    state        text NOT NULL CHECK (state IN ('AHEAD', 'WAITING', 'DONE', 'RETURNED')),
    acted_at     timestamptz,
    comment      text,
    CONSTRAINT apv_step_once UNIQUE (proposal_id, number),
    CHECK ((state IN ('DONE', 'RETURNED')) = (acted_at IS NOT NULL))
);
CREATE UNIQUE INDEX apv_one_stop_waits ON apv_step (proposal_id) WHERE state = 'WAITING';
CREATE INDEX apv_step_waiting ON apv_step (post) WHERE state = 'WAITING';
COMMENT ON COLUMN apv_step.person_id IS 'who acted, once acted; before that the post alone is asked';

-- The text of a proposal and what was decided about it are never edited (only 廃案 or 変更起案).
CREATE FUNCTION apv_keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.matter, NEW.amount, NEW.subject_type, NEW.subject_id, NEW.title, NEW.text, NEW.drafter_id, NEW.proposed_at)
       IS DISTINCT FROM
       (OLD.matter, OLD.amount, OLD.subject_type, OLD.subject_id, OLD.title, OLD.text, OLD.drafter_id, OLD.proposed_at)
       OR OLD.state <> 'PROPOSED' THEN
        RAISE EXCEPTION 'a proposal keeps its text, and a closed one stays closed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER apv_proposal_keeps_text BEFORE UPDATE ON apv_proposal FOR EACH ROW EXECUTE FUNCTION apv_keep_text();
