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
    last_issue_at  timestamptz,
    CHECK (num_nulls(answer_record, answer_number, answered_at, outcome) IN (0, 4)),
    CHECK (state NOT IN ('ANSWERED', 'REFUSED', 'ISSUED', 'DONE') OR outcome IS NOT NULL),
    CHECK (state <> 'WAITING' OR outcome IS NULL),
    CHECK (state <> 'REFUSED' OR outcome <> 'TOLD'),
    CHECK (state NOT IN ('ANSWERED', 'ISSUED', 'DONE') OR outcome = 'TOLD'),
    CHECK (state IN ('WAITING', 'ANSWERED', 'ISSUED') OR private_key IS NULL),
    CHECK (state IN ('ANSWERED', 'ISSUED') = (sealed IS NOT NULL)),
    CHECK (sealed IS NULL OR (private_key IS NOT NULL AND digest IS NOT NULL)),
    CHECK (state NOT IN ('ISSUED', 'DONE') OR last_issue_at IS NOT NULL),
    CHECK (num_nulls(name, request) IN (0, 2)),
    CHECK ((erased_at IS NULL) = (request IS NOT NULL)),
    CHECK (state IN ('WAITING', 'ANSWERED', 'ISSUED', 'REFUSED') OR erased_at IS NOT NULL)
);
CREATE INDEX crt_request_latest ON crt_request (section, asked_at DESC, id);
CREATE INDEX crt_request_due ON crt_request (erase_at) WHERE erased_at IS NULL;
COMMENT ON COLUMN crt_request.request IS 'as it travels: who asks, whose copy is wanted, and the public half of the key';
COMMENT ON COLUMN crt_request.sealed IS 'what the copy says, as it came; the letter and its container hold it too, and nobody reads it without the key';
COMMENT ON COLUMN crt_request.digest IS 'SHA-256 of what came, for whoever must show that it was this';

-- Copies that were issued. A sheet is fetched once.
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
    CHECK (sheet IS NULL OR (printed_at IS NULL AND spoiled IS NULL)),
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
    peer           text NOT NULL,
    request        uuid NOT NULL,
    clerk          text NOT NULL,
    record_id      uuid NOT NULL,
    answered_at    timestamptz NOT NULL,
    outcome        text NOT NULL CHECK (outcome IN ('TOLD', 'NOT_HERE', 'CHANGE_WAITS', 'TOO_LATE')),
    answer_record  uuid NOT NULL UNIQUE,
    UNIQUE (peer, request)
);
CREATE INDEX crt_asked_record ON crt_asked (record_id);
COMMENT ON COLUMN crt_asked.clerk IS 'who asked there, as that office says';

CREATE TABLE crt_asked_person (
    asked_id   uuid NOT NULL REFERENCES crt_asked (id) ON DELETE CASCADE,
    person_id  uuid NOT NULL,
    PRIMARY KEY (asked_id, person_id)
);
CREATE INDEX crt_asked_person_person ON crt_asked_person (person_id);
COMMENT ON TABLE crt_asked_person IS 'who asked, as far as the ledger knows, and who was told of';
