-- Requests for copies that this office makes for residents of another town (住民票の写しの広域交付). What came, and the key to it, is deleted when
-- all is handed over or the time is over.
CREATE TABLE crt_request (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    section        text NOT NULL,
    peer           text NOT NULL,
    peer_name      text NOT NULL,
    record_id      uuid NOT NULL UNIQUE,
    number         text NOT NULL,
    asked_by       text NOT NULL,
    asked_at       timestamptz NOT NULL,
    erase_at       timestamptz NOT NULL CHECK (erase_at > asked_at),
    erased_at      timestamptz,
    state          text NOT NULL CHECK (state IN ('WAITING', 'ANSWERED', 'REFUSED', 'ISSUED', 'WITHDRAWN', 'LAPSED', 'DONE')),
    outcome        text CHECK (outcome IN ('TOLD', 'NOT_HERE', 'CHANGE_WAITS', 'TOO_LATE')),
    name           text,
    request        bytea,
    private_key    bytea,
    sealed         bytea,
    digest         text CHECK (digest ~ '^[0-9a-f]{64}$'),
    answer_record  uuid UNIQUE,
    answer_number  text,
    answered_at    timestamptz,
    as_of          date,
    last_issue_at  timestamptz,
    CHECK (num_nulls(answer_record, answer_number, answered_at, outcome) IN (0, 4)),
    CHECK (state NOT IN ('ANSWERED', 'REFUSED', 'ISSUED', 'DONE') OR outcome IS NOT NULL),
    CHECK (state <> 'WAITING' OR outcome IS NULL),
    CHECK (state <> 'REFUSED' OR outcome <> 'TOLD'),
    CHECK (state NOT IN ('ANSWERED', 'ISSUED', 'DONE') OR outcome = 'TOLD'),
    CHECK (state IN ('WAITING', 'ANSWERED', 'ISSUED') OR private_key IS NULL),
    CHECK (state IN ('ANSWERED', 'ISSUED') = (sealed IS NOT NULL)),
    CHECK ((outcome = 'TOLD') = (as_of IS NOT NULL)),
    CHECK (sealed IS NULL OR (private_key IS NOT NULL AND digest IS NOT NULL)),
    CHECK (state NOT IN ('ISSUED', 'DONE') OR last_issue_at IS NOT NULL),
    CHECK (num_nulls(name, request) IN (0, 2)),
    CHECK ((erased_at IS NULL) = (request IS NOT NULL)),
    CHECK (state IN ('WAITING', 'ANSWERED', 'ISSUED', 'REFUSED') OR erased_at IS NOT NULL)
);
CREATE INDEX crt_request_latest ON crt_request (section, asked_at DESC, id);
CREATE INDEX crt_request_open ON crt_request (section, asked_at DESC, id) WHERE state IN ('WAITING', 'ANSWERED', 'ISSUED');
CREATE INDEX crt_request_due ON crt_request (erase_at) WHERE erased_at IS NULL;
COMMENT ON COLUMN crt_request.request IS 'as it travels: who asks, whose copy is wanted, and the public half of the key';
COMMENT ON COLUMN crt_request.sealed IS 'what the copy says, as it came; the letter and its container hold it too, and nobody reads it without the key';
COMMENT ON COLUMN crt_request.as_of IS 'the day whose ledger says what came: a copy is issued on that day alone';
COMMENT ON COLUMN crt_request.digest IS 'SHA-256 of what came, for whoever must show that it was this';

-- Copies that were issued. A sheet is fetched once; one that nobody fetched is void in the end.
CREATE TABLE crt_issue (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    request_id  uuid NOT NULL REFERENCES crt_request (id) ON DELETE CASCADE,
    year        int NOT NULL,
    serial      int NOT NULL CHECK (serial > 0),
    fee         int NOT NULL CHECK (fee >= 0),
    issued_at   timestamptz NOT NULL,
    issued_by   text NOT NULL,
    digest      text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    sheet       bytea,
    printed_at  timestamptz,
    spoiled     text CHECK (spoiled <> ''),
    UNIQUE (year, serial),
    CHECK ((sheet IS NOT NULL) = (printed_at IS NULL AND spoiled IS NULL)),
    CHECK (spoiled IS NULL OR fee = 0)
);
CREATE INDEX crt_issue_request ON crt_issue (request_id);
COMMENT ON COLUMN crt_issue.fee IS 'yen';

-- The last number (発行番号) of each fiscal year.
CREATE TABLE crt_series (
    year  int PRIMARY KEY,
    last  int NOT NULL CHECK (last > 0)
);

-- What other offices asked of this office's ledger: answered once.
CREATE TABLE crt_asked (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    peer           text NOT NULL,
    peer_name      text NOT NULL,
    request        uuid NOT NULL,
    number         text NOT NULL,
    clerk          text NOT NULL,
    content        text NOT NULL CHECK (content ~ '^[0-9a-f]{64}$'),
    born           date NOT NULL,
    address        text NOT NULL,
    address_pieces text[] NOT NULL DEFAULT '{}',
    record_id      uuid NOT NULL,
    closed         boolean NOT NULL DEFAULT false,
    unread         boolean NOT NULL DEFAULT false,
    answered_at    timestamptz NOT NULL,
    outcome        text NOT NULL CHECK (outcome IN ('TOLD', 'NOT_HERE', 'CHANGE_WAITS', 'TOO_LATE')),
    answer_record  uuid UNIQUE,
    asking         uuid,
    facts          text CHECK (facts ~ '^[0-9a-f]{64}$'),
    UNIQUE (peer, request),
    CHECK (closed OR NOT unread),
    CHECK ((outcome = 'TOLD') = (facts IS NOT NULL)),
    CHECK (facts IS NULL OR asking IS NOT NULL)
);
CREATE INDEX crt_asked_record ON crt_asked (record_id);
CREATE INDEX crt_asked_born ON crt_asked (born) WHERE NOT closed;
CREATE INDEX crt_asked_pieces ON crt_asked USING gin (address_pieces) WHERE NOT closed;
CREATE INDEX crt_asked_closed ON crt_asked (record_id) WHERE closed;
CREATE INDEX crt_asked_closed_answer ON crt_asked (answer_record) WHERE closed;
COMMENT ON COLUMN crt_asked.clerk IS 'who asked there, as that office says';
COMMENT ON COLUMN crt_asked.content IS 'SHA-256 of the request: another one may not bear its id';
COMMENT ON COLUMN crt_asked.address IS 'of whoever asked, as that office wrote it';
COMMENT ON COLUMN crt_asked.address_pieces IS 'the same cut into single signs and pairs as the ledger compares addresses: what says a protected one holds all of its pieces';
COMMENT ON COLUMN crt_asked.closed IS 'it says where somebody lives who may be protected: its letters and the answer are for protection officers alone';
COMMENT ON COLUMN crt_asked.unread IS 'they wait for the first protection officer, for the office has none';
COMMENT ON COLUMN crt_asked.answer_record IS 'the letter that answers; null once its record has ended';
COMMENT ON COLUMN crt_asked.asking IS 'whoever asked, as far as the ledger knows';
COMMENT ON COLUMN crt_asked.facts IS 'SHA-256 of what the ledger said of the household when it was told: what has changed since does not leave';

CREATE TABLE crt_asked_person (
    asked_id   uuid NOT NULL REFERENCES crt_asked (id) ON DELETE CASCADE,
    person_id  uuid NOT NULL,
    PRIMARY KEY (asked_id, person_id)
);
COMMENT ON TABLE crt_asked_person IS 'who asked, as far as the ledger knows, and who was told of';

-- Whom a request names, as far as somebody may be found in it who is protected later.
CREATE TABLE crt_asked_name (
    asked_id   uuid NOT NULL REFERENCES crt_asked (id) ON DELETE CASCADE,
    name_key   text NOT NULL CHECK (name_key <> ''),
    PRIMARY KEY (asked_id, name_key)
);
CREATE INDEX crt_asked_name_key ON crt_asked_name (name_key);
COMMENT ON COLUMN crt_asked_name.name_key IS 'the name as the ledger compares names';

-- Letters that brought a request once more.
CREATE TABLE crt_asked_again (
    record_id  uuid PRIMARY KEY,
    asked_id   uuid NOT NULL REFERENCES crt_asked (id) ON DELETE CASCADE
);
CREATE INDEX crt_asked_again_asked ON crt_asked_again (asked_id);

-- Letters that answered a request, did not leave, and in whose place another one did: they are followed as long as their records are here.
CREATE TABLE crt_asked_unsent (
    record_id  uuid PRIMARY KEY,
    asked_id   uuid NOT NULL REFERENCES crt_asked (id) ON DELETE CASCADE
);
CREATE INDEX crt_asked_unsent_asked ON crt_asked_unsent (asked_id);
