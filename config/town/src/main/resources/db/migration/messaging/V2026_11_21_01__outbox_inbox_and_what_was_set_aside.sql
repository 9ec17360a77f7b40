-- Messages (連携): the outbox leaves with the deed's commit, the inbox lets each message work once.

CREATE TABLE msg_outbox (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL DEFAULT 0,
    sequence         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    destination      text NOT NULL CHECK (destination <> ''),
    subject_key      text NOT NULL CHECK (subject_key <> ''),
    type             text NOT NULL,
    type_version     integer NOT NULL CHECK (type_version > 0),
    text             text NOT NULL,
    answer_expected  boolean NOT NULL,
    created_at       timestamptz NOT NULL,
    attempts         integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at  timestamptz NOT NULL,
    sent_at          timestamptz,
    sent_by          text,
    done_at          timestamptz,
    problem          text,
    dropped          boolean NOT NULL DEFAULT false,
    CHECK ((sent_at IS NULL) = (sent_by IS NULL)),
    CHECK (done_at IS NOT NULL OR NOT dropped)
);
CREATE INDEX msg_outbox_due ON msg_outbox (next_attempt_at) WHERE done_at IS NULL;
CREATE INDEX msg_outbox_order ON msg_outbox (destination, subject_key, sequence) WHERE done_at IS NULL;
CREATE INDEX msg_outbox_subject ON msg_outbox (subject_key, sequence);
COMMENT ON COLUMN msg_outbox.sequence IS 'the order in which messages of one subject key are sent';
COMMENT ON COLUMN msg_outbox.sent_by IS 'the node whose journal holds the message';
COMMENT ON COLUMN msg_outbox.done_at IS 'set by the receiver alone: inside by its inbox row, outside by its answer';

CREATE TABLE msg_inbox (
    message_id   uuid NOT NULL,
    source       text NOT NULL,
    type         text NOT NULL,
    accepted_at  timestamptz NOT NULL,
    PRIMARY KEY (message_id, source)
);

CREATE TABLE msg_set_aside (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL DEFAULT 0,
    message_id    uuid NOT NULL,
    source        text NOT NULL,
    type          text NOT NULL,
    body          text NOT NULL,
    reason        text NOT NULL,
    arrived_at    timestamptz NOT NULL,
    last_at       timestamptz NOT NULL,
    times         integer NOT NULL DEFAULT 1 CHECK (times > 0),
    state         text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT_AGAIN', 'DROPPED')),
    closed_at     timestamptz,
    closed_by     text,
    close_reason  text,
    CHECK ((state = 'WAITING') = (closed_at IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (close_reason IS NULL))
);
CREATE UNIQUE INDEX msg_set_aside_waiting ON msg_set_aside (message_id, source) WHERE state = 'WAITING';
CREATE INDEX msg_set_aside_listed ON msg_set_aside (state, arrived_at);

CREATE TABLE msg_node (
    name     text PRIMARY KEY,
    seen_at  timestamptz NOT NULL
);
COMMENT ON TABLE msg_node IS 'the servers that send, and when each was seen; one not seen for a while is lost with its journal';
