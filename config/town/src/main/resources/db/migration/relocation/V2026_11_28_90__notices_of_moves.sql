-- What this office told the town before of a move in (転入通知), or was to tell: one notice for a move, and one more only in place of one that came to nothing.
CREATE TABLE rel_sent (
    id          uuid PRIMARY KEY,
    event_id    uuid NOT NULL,
    instead_of  uuid,
    corrects    uuid,
    section     text NOT NULL,
    peer        text NOT NULL,
    peer_name   text NOT NULL,
    moved_on    date NOT NULL,
    persons     int NOT NULL,
    shielded    boolean NOT NULL,
    closed      boolean NOT NULL DEFAULT false,
    record_id   uuid,
    number      text,
    problem     text CHECK (problem <> ''),
    sent_at     timestamptz NOT NULL,
    otherwise   text CHECK (otherwise <> ''),
    otherwise_at timestamptz,
    otherwise_by text,
    UNIQUE NULLS NOT DISTINCT (event_id, instead_of),
    CHECK ((record_id IS NULL) = (number IS NULL)),
    CHECK ((record_id IS NULL) = (problem IS NOT NULL)),
    CHECK ((otherwise IS NULL) = (otherwise_at IS NULL)),
    CHECK ((otherwise IS NULL) = (otherwise_by IS NULL))
);
CREATE INDEX rel_sent_record ON rel_sent (record_id);
CREATE INDEX rel_sent_place ON rel_sent (instead_of) WHERE instead_of IS NOT NULL;
CREATE INDEX rel_sent_unsent ON rel_sent (section) WHERE record_id IS NULL AND otherwise IS NULL;
CREATE INDEX rel_sent_closed ON rel_sent (section) WHERE closed AND NOT shielded AND record_id IS NOT NULL AND otherwise IS NULL;
CREATE INDEX rel_sent_latest ON rel_sent (section, sent_at DESC, id);
COMMENT ON COLUMN rel_sent.corrects IS 'the notice that this one corrects at the other town; null if none left';
COMMENT ON COLUMN rel_sent.closed IS 'it tells where somebody lives who was protected since: its record is for protection officers alone';
COMMENT ON COLUMN rel_sent.otherwise IS 'how and why a clerk has told the other town in another way; null if nobody has';
COMMENT ON COLUMN rel_sent.problem IS 'which rule of the form it breaks, for which it never left';

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
    address     text NOT NULL,
    address_pieces text[] NOT NULL DEFAULT '{}',
    moved_on    date NOT NULL,
    persons     int NOT NULL CHECK (persons > 0),
    shielded    boolean NOT NULL,
    closed      boolean NOT NULL DEFAULT false,
    unread      boolean NOT NULL DEFAULT false,
    arrived_at  timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('OPEN', 'ENTERED', 'CLOSED', 'REPLACED')),
    event_id    uuid UNIQUE,
    reason      text CHECK (reason <> ''),
    form        text,
    done_at     timestamptz,
    done_by     text,
    version     bigint NOT NULL DEFAULT 0,
    UNIQUE (peer, notice),
    CHECK (closed OR NOT unread),
    CHECK ((state = 'ENTERED') = (event_id IS NOT NULL)),
    CHECK ((state = 'ENTERED') = (form IS NOT NULL)),
    CHECK (state <> 'CLOSED' OR reason IS NOT NULL),
    CHECK (reason IS NULL OR state IN ('ENTERED', 'CLOSED')),
    CHECK ((state IN ('ENTERED', 'CLOSED')) = (done_by IS NOT NULL)),
    CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX rel_notice_latest ON rel_notice (section, (CASE WHEN state = 'OPEN' THEN 0 ELSE 1 END), arrived_at DESC, id);
CREATE INDEX rel_notice_record ON rel_notice (record_id);
CREATE INDEX rel_notice_corrects ON rel_notice (peer, corrects) WHERE corrects IS NOT NULL;
CREATE INDEX rel_notice_pieces ON rel_notice USING gin (address_pieces) WHERE NOT closed AND NOT shielded;
CREATE INDEX rel_notice_unread ON rel_notice (arrived_at) WHERE unread;
COMMENT ON COLUMN rel_notice.content IS 'as it came; of those who are protected there it holds no new address';
COMMENT ON COLUMN rel_notice.address IS 'where they lived before, as the sender wrote it';
COMMENT ON COLUMN rel_notice.address_pieces IS 'the same cut into single signs and pairs as the ledger compares addresses: what says a protected one holds all of its pieces';
COMMENT ON COLUMN rel_notice.closed IS 'it tells where somebody went who is protected here: its letters are for protection officers alone';
COMMENT ON COLUMN rel_notice.unread IS 'its letters wait for the first protection officer, for the office has none';
COMMENT ON COLUMN rel_notice.form IS 'hash of the form by which it was entered, and of who filled it in';

-- Letters that brought a notice once more.
CREATE TABLE rel_repeated (
    record_id  uuid PRIMARY KEY,
    notice_id  uuid NOT NULL REFERENCES rel_notice (id) ON DELETE CASCADE
);
CREATE INDEX rel_repeated_notice ON rel_repeated (notice_id);

-- Whom a notice tells of, as far as somebody may be found in it who is protected later.
CREATE TABLE rel_notice_person (
    notice_id  uuid NOT NULL REFERENCES rel_notice (id) ON DELETE CASCADE,
    born       date NOT NULL,
    name_key   text NOT NULL
);
CREATE INDEX rel_notice_person_notice ON rel_notice_person (notice_id);
CREATE INDEX rel_notice_person_born ON rel_notice_person (born);
CREATE INDEX rel_notice_person_name ON rel_notice_person (name_key);
COMMENT ON COLUMN rel_notice_person.name_key IS 'the name as the ledger compares names';
