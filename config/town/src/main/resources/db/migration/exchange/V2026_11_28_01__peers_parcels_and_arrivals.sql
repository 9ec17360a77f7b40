-- Other offices with which this one exchanges documents (文書交換の相手方).
CREATE TABLE exc_peer (
    code        text PRIMARY KEY CHECK (code ~ '^[0-9]{6}$'),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    address     text NOT NULL CHECK (address LIKE 'https://%'),
    state       text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'SUSPENDED')),
    services    text[] NOT NULL DEFAULT '{document}',
    most_bytes  bigint NOT NULL DEFAULT 2147483648 CHECK (most_bytes > 0),
    per_minute  int NOT NULL DEFAULT 600 CHECK (per_minute > 0),
    added_at    timestamptz NOT NULL,
    version     bigint NOT NULL DEFAULT 0
);

-- The last place given out in a conversation with a peer: its messages are taken there in this order.
CREATE TABLE exc_conversation (
    peer    text NOT NULL REFERENCES exc_peer,
    id      uuid NOT NULL,
    sent    int NOT NULL CHECK (sent > 0),
    PRIMARY KEY (peer, id)
);

-- What leaves: one message to one office.
CREATE TABLE exc_parcel (
    id              uuid PRIMARY KEY,
    delivery        uuid NOT NULL UNIQUE,
    record_id       uuid NOT NULL,
    peer            text NOT NULL REFERENCES exc_peer,
    conversation    uuid NOT NULL,
    sequence        int NOT NULL CHECK (sequence > 0),
    service         text NOT NULL,
    number          text NOT NULL,
    dated           date NOT NULL,
    title           text NOT NULL,
    mark            text NOT NULL CHECK (mark IN ('ORDINARY', 'CONFIDENTIAL', 'PERSONAL')),
    section         text NOT NULL,
    to_section      text,
    reply_to        uuid,
    deadline        date,
    state           text NOT NULL CHECK (state IN ('ORDERED', 'SEALED', 'HANDED_OVER', 'RECEIPTED', 'REFUSED', 'CANCELLED', 'GIVEN_UP')),
    sha256          text,
    bytes           bigint,
    ordered_at      timestamptz NOT NULL,
    next_at         timestamptz,
    attempts        int NOT NULL DEFAULT 0,
    problem         text,
    handed_over_at  timestamptz,
    answered_at     timestamptz,
    answer          bytea,
    their_number    text,
    fault           text,
    version         bigint NOT NULL DEFAULT 0,
    UNIQUE (peer, conversation, sequence),
    CHECK (state = 'ORDERED' OR state IN ('CANCELLED', 'GIVEN_UP') OR sha256 IS NOT NULL),
    CHECK (state NOT IN ('RECEIPTED', 'REFUSED') OR answer IS NOT NULL),
    CHECK ((next_at IS NOT NULL) = (state IN ('ORDERED', 'SEALED', 'HANDED_OVER')))
);
CREATE INDEX exc_parcel_due ON exc_parcel (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX exc_parcel_record ON exc_parcel (record_id);
CREATE INDEX exc_parcel_latest ON exc_parcel (ordered_at DESC, id);

CREATE TABLE exc_parcel_file (
    parcel      uuid NOT NULL REFERENCES exc_parcel ON DELETE CASCADE,
    position    int NOT NULL,
    sha256      text NOT NULL,
    name        text NOT NULL,
    PRIMARY KEY (parcel, position)
);

-- What arrives: one message of one office. The id is the sender's.
CREATE TABLE exc_arrival (
    peer            text NOT NULL REFERENCES exc_peer,
    id              uuid NOT NULL,
    conversation    uuid NOT NULL,
    sequence        int NOT NULL CHECK (sequence > 0),
    service         text NOT NULL,
    sha256          text NOT NULL,
    bytes           bigint NOT NULL CHECK (bytes > 0),
    chunk_bytes     int NOT NULL CHECK (chunk_bytes > 0),
    chunks          int NOT NULL CHECK (chunks > 0),
    state           text NOT NULL CHECK (state IN ('RECEIVING', 'STORED', 'ACCEPTED', 'REFUSED', 'CANCELLED')),
    opened_at       timestamptz NOT NULL,
    stored_at       timestamptz,
    judged_at       timestamptz,
    next_at         timestamptz,
    attempts        int NOT NULL DEFAULT 0,
    problem         text,
    answer          bytea,
    answer_due      timestamptz,
    answer_attempts int NOT NULL DEFAULT 0,
    report          bytea,
    fault           text,
    detail          text,
    record_id       uuid,
    their_number    text,
    mark            text CHECK (mark IN ('ORDINARY', 'CONFIDENTIAL', 'PERSONAL')),
    reply_to        uuid,
    deadline        date,
    version         bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (peer, id),
    CHECK (state NOT IN ('ACCEPTED', 'REFUSED') OR answer IS NOT NULL),
    CHECK (state <> 'ACCEPTED' OR record_id IS NOT NULL),
    CHECK (state <> 'REFUSED' OR fault IS NOT NULL),
    CHECK (state NOT IN ('STORED', 'ACCEPTED', 'REFUSED') OR stored_at IS NOT NULL),
    CHECK ((next_at IS NOT NULL) = (state = 'STORED'))
);
CREATE UNIQUE INDEX exc_arrival_place ON exc_arrival (peer, conversation, sequence) WHERE state NOT IN ('CANCELLED', 'REFUSED');
CREATE INDEX exc_arrival_due ON exc_arrival (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX exc_arrival_answer_due ON exc_arrival (answer_due) WHERE answer_due IS NOT NULL;
CREATE INDEX exc_arrival_record ON exc_arrival (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX exc_arrival_latest ON exc_arrival (opened_at DESC, id);
CREATE INDEX exc_arrival_half_sent ON exc_arrival (opened_at) WHERE state = 'RECEIVING';

-- The pieces of a message until it is judged; those of a refused one stay for a while (隔離).
CREATE TABLE exc_chunk (
    peer        text NOT NULL,
    arrival     uuid NOT NULL,
    number      int NOT NULL CHECK (number >= 0),
    sha256      text NOT NULL,
    content     bytea,
    kept_at     timestamptz NOT NULL,
    PRIMARY KEY (peer, arrival, number),
    FOREIGN KEY (peer, arrival) REFERENCES exc_arrival ON DELETE CASCADE
);
ALTER TABLE exc_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- Every use of the exchange, by them or by us (利用の記録).
CREATE TABLE exc_use (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    peer        text NOT NULL,
    incoming    boolean NOT NULL,
    service     text NOT NULL,
    deed        text NOT NULL,
    message     uuid NOT NULL,
    outcome     text NOT NULL,
    bytes       bigint NOT NULL
);
CREATE INDEX exc_use_latest ON exc_use (peer, at DESC);
