-- What this office asks of others (照会).
CREATE TABLE inq_inquiry (
    id              uuid PRIMARY KEY,
    section         text NOT NULL,
    title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    explanation     text NOT NULL CHECK (length(explanation) <= 4000),
    deadline        date NOT NULL,
    form            bytea NOT NULL,
    offices         text[] NOT NULL,
    state           text NOT NULL CHECK (state IN ('WRITING', 'DRAFTED', 'SENT', 'CLOSED')),
    draft_id        uuid UNIQUE,
    record_id       uuid,
    number          text,
    clerk           uuid NOT NULL,
    begun_at        timestamptz NOT NULL,
    sent_at         timestamptz,
    closed_at       timestamptz,
    close_reason    text,
    version         bigint NOT NULL DEFAULT 0,
    CHECK (state = 'WRITING' OR draft_id IS NOT NULL),
    CHECK (state NOT IN ('SENT', 'CLOSED') OR record_id IS NOT NULL)
);
CREATE INDEX inq_inquiry_latest ON inq_inquiry (section, begun_at DESC, id);
CREATE INDEX inq_inquiry_record ON inq_inquiry (record_id) WHERE record_id IS NOT NULL;

-- An office that was asked, and by which message.
CREATE TABLE inq_office (
    inquiry     uuid NOT NULL REFERENCES inq_inquiry ON DELETE CASCADE,
    peer        text NOT NULL,
    message     uuid NOT NULL,
    sent_at     timestamptz NOT NULL,
    PRIMARY KEY (inquiry, peer)
);

-- Answers as they came; one of an office counts.
CREATE TABLE inq_answer (
    peer        text NOT NULL,
    message     uuid NOT NULL,
    inquiry     uuid NOT NULL,
    record_id   uuid NOT NULL,
    number      text NOT NULL,
    arrived_at  timestamptz NOT NULL,
    late        boolean NOT NULL,
    state       text NOT NULL CHECK (state IN ('COUNTS', 'REPLACED', 'AFTER_CLOSING')),
    content     bytea NOT NULL,
    PRIMARY KEY (peer, message),
    FOREIGN KEY (inquiry, peer) REFERENCES inq_office ON DELETE CASCADE
);
CREATE UNIQUE INDEX inq_answer_counts ON inq_answer (inquiry, peer) WHERE state = 'COUNTS';
CREATE INDEX inq_answer_inquiry ON inq_answer (inquiry, arrived_at);
CREATE INDEX inq_answer_record ON inq_answer (record_id);

-- What others ask of this office (被照会), with what is written as answer.
CREATE TABLE inq_asked (
    id              uuid PRIMARY KEY,
    peer            text NOT NULL,
    peer_name       text NOT NULL,
    inquiry         uuid NOT NULL,
    record_id       uuid NOT NULL,
    section         text NOT NULL,
    number          text NOT NULL,
    form            bytea NOT NULL,
    title           text NOT NULL,
    deadline        date NOT NULL,
    arrived_at      timestamptz NOT NULL,
    state           text NOT NULL CHECK (state IN ('OPEN', 'DRAFTED', 'ANSWERED')),
    answers         bytea,
    draft_id        uuid UNIQUE,
    answered_at     timestamptz,
    version         bigint NOT NULL DEFAULT 0,
    UNIQUE (peer, inquiry),
    CHECK (state <> 'DRAFTED' OR draft_id IS NOT NULL),
    CHECK (state <> 'ANSWERED' OR answered_at IS NOT NULL)
);
CREATE INDEX inq_asked_latest ON inq_asked (section, arrived_at DESC, id);
CREATE INDEX inq_asked_record ON inq_asked (record_id);
