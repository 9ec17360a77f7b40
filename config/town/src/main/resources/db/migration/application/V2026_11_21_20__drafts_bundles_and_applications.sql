-- Applications (電子申請・届出): drafts, what arrived at one sitting, the life of each procedure, and visits.

CREATE TABLE apl_draft (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    account_id    uuid NOT NULL,
    mandate_id    uuid,
    guide         text,
    procedures    text NOT NULL,
    answers       jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
    created_at    timestamptz NOT NULL,
    saved_at      timestamptz NOT NULL,
    kept_until    timestamptz NOT NULL,
    bundle_id     uuid
);
CREATE INDEX apl_draft_account ON apl_draft (account_id, saved_at DESC) WHERE bundle_id IS NULL;
CREATE INDEX apl_draft_kept_until ON apl_draft (kept_until) WHERE bundle_id IS NULL;
COMMENT ON COLUMN apl_draft.answers IS 'path to text as typed; saves merge by path, so two devices never undo each other';
COMMENT ON COLUMN apl_draft.procedures IS 'codes in the order of the guide, joined by commas';

CREATE TABLE apl_bundle (
    id             uuid PRIMARY KEY,
    owner_id       uuid NOT NULL,
    once_key       text NOT NULL,
    account_id     uuid,
    mandate_id     uuid,
    draft_id       uuid,
    guide          text,
    language       text NOT NULL CHECK (language IN ('ja', 'ja-easy', 'en')),
    arrived_at     timestamptz NOT NULL,
    CONSTRAINT apl_bundle_once UNIQUE (owner_id, once_key),
    CONSTRAINT apl_bundle_draft_once UNIQUE (draft_id)
);
CREATE INDEX apl_bundle_account ON apl_bundle (account_id, arrived_at DESC);
COMMENT ON COLUMN apl_bundle.owner_id IS 'whose key once_key is: the account, or the member of staff at the counter';

ALTER TABLE apl_draft ADD CONSTRAINT apl_draft_bundle FOREIGN KEY (bundle_id) REFERENCES apl_bundle (id);

CREATE TABLE apl_receipt_counter (
    day   date PRIMARY KEY,
    last  integer NOT NULL CHECK (last > 0)
);

CREATE TABLE apl_application (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL,
    bundle_id        uuid NOT NULL REFERENCES apl_bundle (id),
    position         integer NOT NULL,
    receipt_number   text NOT NULL UNIQUE CHECK (receipt_number ~ '^[0-9]{4}-[0-9]{4}-[0-9]{5,}-[0-9]$'),
    procedure        text NOT NULL,
    procedure_name   text NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('APPLICATION', 'NOTIFICATION')),
    form_version     integer NOT NULL,
    section          text NOT NULL,
    channel          text NOT NULL CHECK (channel IN ('ONLINE', 'COUNTER')),
    identity         text NOT NULL,
    identity_shown   text,
    account_id       uuid,
    person_id        uuid,
    applicant_name   text NOT NULL,
    applicant_kana   text NOT NULL,
    typed            jsonb NOT NULL,
    answers          jsonb NOT NULL,
    arrived_at       timestamptz NOT NULL,
    state            text NOT NULL CHECK (state IN ('ARRIVED', 'WAITING', 'EXAMINING', 'CORRECTION', 'DECIDING', 'VISIT',
                                                    'IN_CORE', 'DONE', 'REFUSED', 'WITHDRAWN')),
    resume_state     text,
    since            timestamptz NOT NULL,
    standard_days    integer NOT NULL CHECK (standard_days >= 0),
    paused_days      integer NOT NULL DEFAULT 0 CHECK (paused_days >= 0),
    paused_on        date,
    due_on           date,
    waits_for        text,
    visit            text NOT NULL CHECK (visit IN ('NONE', 'FINAL_AT_COUNTER', 'DONE_AT_COUNTER')),
    core_system      text CHECK (core_system IN ('ledger', 'insurance', 'welfare', 'school', 'water', 'hygiene')),
    matter           text,
    assignee_id      uuid,
    assignee_name    text,
    record_id        uuid,
    record_number    text,
    decision         text CHECK (decision IN ('GRANT', 'REFUSE')),
    decision_text    text,
    decision_number  text,
    decided_on       date,
    result           text,
    closed_at        timestamptz,
    worked_days      integer CHECK (worked_days >= 0),
    CONSTRAINT apl_application_position UNIQUE (bundle_id, position),
    CONSTRAINT apl_no_approval_of_notifications CHECK (kind = 'APPLICATION' OR state <> 'DECIDING'),
    CONSTRAINT apl_pause_fits_state CHECK ((paused_on IS NOT NULL) = (state IN ('WAITING', 'CORRECTION', 'VISIT'))),
    CONSTRAINT apl_due_fits_state CHECK ((paused_on IS NULL) OR (due_on IS NULL)),
    CONSTRAINT apl_closed_when_ended CHECK ((closed_at IS NOT NULL) = (state IN ('DONE', 'REFUSED', 'WITHDRAWN'))),
    CONSTRAINT apl_refusal_has_reasons CHECK (state <> 'REFUSED' OR length(trim(decision_text)) > 0)
);
CREATE INDEX apl_application_inbox ON apl_application (section, state, due_on, arrived_at);
CREATE INDEX apl_application_open ON apl_application (section, due_on, arrived_at) WHERE closed_at IS NULL;
CREATE INDEX apl_application_assignee ON apl_application (assignee_id) WHERE closed_at IS NULL;
CREATE INDEX apl_application_person ON apl_application (person_id);
CREATE INDEX apl_application_procedure ON apl_application (procedure, arrived_at);
CREATE INDEX apl_application_name ON apl_application (applicant_name text_pattern_ops);
CREATE INDEX apl_application_kana ON apl_application (applicant_kana text_pattern_ops);
COMMENT ON COLUMN apl_application.typed IS 'the answers exactly as they arrived; never changed';
COMMENT ON COLUMN apl_application.answers IS 'the answers as read (dates, digits, widths made uniform), corrections applied';
COMMENT ON COLUMN apl_application.paused_days IS 'open days on which the office waited for the applicant: not counted (標準処理期間)';

-- Arrival is a fact of law (到達): moment, number, procedure and words as sent are never rewritten, nor the row removed.
CREATE FUNCTION apl_keep_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
       OR (NEW.arrived_at, NEW.receipt_number, NEW.bundle_id, NEW.procedure, NEW.kind, NEW.form_version, NEW.typed, NEW.channel)
          IS DISTINCT FROM
          (OLD.arrived_at, OLD.receipt_number, OLD.bundle_id, OLD.procedure, OLD.kind, OLD.form_version, OLD.typed, OLD.channel)
    THEN
        RAISE EXCEPTION 'what arrived stays as it arrived' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER apl_arrival_stays BEFORE UPDATE OR DELETE ON apl_application
    FOR EACH ROW EXECUTE FUNCTION apl_keep_arrival();

CREATE TABLE apl_attachment (
    id          uuid PRIMARY KEY,
    draft_id    uuid REFERENCES apl_draft (id) ON DELETE CASCADE,
    bundle_id   uuid REFERENCES apl_bundle (id),
    path        text NOT NULL,
    name        text NOT NULL,
    size        bigint NOT NULL CHECK (size >= 0),
    media_type  text NOT NULL,
    sha256      text NOT NULL,
    kept_at     timestamptz NOT NULL,
    CHECK (num_nonnulls(draft_id, bundle_id) >= 1)
);
CREATE INDEX apl_attachment_draft ON apl_attachment (draft_id);
CREATE INDEX apl_attachment_bundle ON apl_attachment (bundle_id);

CREATE TABLE apl_history (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL REFERENCES apl_application (id),
    number          integer NOT NULL,
    at              timestamptz NOT NULL,
    state           text NOT NULL,
    who             text NOT NULL,
    words           text,
    CONSTRAINT apl_history_once UNIQUE (application_id, number)
);
COMMENT ON COLUMN apl_history.who IS 'the section or the applicant, never the name of a clerk (that is in the audit log)';

CREATE TABLE apl_note (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL REFERENCES apl_application (id),
    at              timestamptz NOT NULL,
    staff_id        uuid NOT NULL,
    who             text NOT NULL,
    words           text NOT NULL
);
CREATE INDEX apl_note_application ON apl_note (application_id, at);

CREATE TABLE apl_correction (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL REFERENCES apl_application (id),
    paths           text NOT NULL,
    words           text NOT NULL,
    asked_at        timestamptz NOT NULL,
    until           date NOT NULL,
    closed_at       timestamptz,
    answers         jsonb
);
CREATE UNIQUE INDEX apl_one_open_correction ON apl_correction (application_id) WHERE closed_at IS NULL;
CREATE INDEX apl_correction_application ON apl_correction (application_id, asked_at);
COMMENT ON COLUMN apl_correction.paths IS 'the questions asked again, a line each';

CREATE TABLE apl_core_message (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL REFERENCES apl_application (id),
    system          text NOT NULL,
    left_at         timestamptz NOT NULL,
    answered_at     timestamptz,
    outcome         text CHECK (outcome IN ('ACCEPTED', 'REFUSED', 'DONE')),
    words           text,
    CHECK ((answered_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX apl_core_message_application ON apl_core_message (application_id, left_at);

CREATE TABLE apl_appointment (
    id          uuid PRIMARY KEY,
    starts_at   timestamp NOT NULL,
    seat        integer NOT NULL CHECK (seat >= 1),
    place       text NOT NULL,
    bundle_id   uuid NOT NULL UNIQUE REFERENCES apl_bundle (id),
    CONSTRAINT apl_appointment_seat UNIQUE (starts_at, seat),
    CHECK (extract(minute FROM starts_at) IN (0, 30) AND extract(second FROM starts_at) = 0)
);
COMMENT ON TABLE apl_appointment IS 'booked visits in local time: a half hour has so many seats, and a seat goes to one household';
