-- What this office told the town before of a move in (転入通知): one notice for a move.
CREATE TABLE rel_sent (
    event_id   uuid PRIMARY KEY,
    peer       text NOT NULL,
    notice     uuid NOT NULL UNIQUE,
    record_id  uuid NOT NULL,
    number     text NOT NULL,
    sent_at    timestamptz NOT NULL
);
CREATE INDEX rel_sent_record ON rel_sent (record_id);

-- What other offices tell of people who lived here, and what a clerk made of it.
CREATE TABLE rel_notice (
    id          uuid PRIMARY KEY,
    peer        text NOT NULL,
    peer_name   text NOT NULL,
    notice      uuid NOT NULL,
    corrects    uuid,
    record_id   uuid NOT NULL,
    section     text NOT NULL,
    number      text NOT NULL,
    content     bytea NOT NULL,
    moved_on    date NOT NULL,
    persons     int NOT NULL CHECK (persons > 0),
    shielded    boolean NOT NULL,
    arrived_at  timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('OPEN', 'ENTERED', 'CLOSED', 'REPLACED')),
    event_id    uuid UNIQUE,
    reason      text CHECK (reason <> ''),
    done_at     timestamptz,
    done_by     text,
    version     bigint NOT NULL DEFAULT 0,
    UNIQUE (peer, notice),
    CHECK ((state = 'ENTERED') = (event_id IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (reason IS NOT NULL)),
    CHECK ((state IN ('ENTERED', 'CLOSED')) = (done_by IS NOT NULL)),
    CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX rel_notice_latest ON rel_notice (section, arrived_at DESC, id);
CREATE INDEX rel_notice_record ON rel_notice (record_id);
COMMENT ON COLUMN rel_notice.content IS 'as it came; of protected persons it holds no new address';
