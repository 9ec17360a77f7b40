-- Own procedures that agreed offices may read (共有している手続き).
CREATE TABLE shr_shared (
    code        text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,60}$'),
    shared_at   timestamptz NOT NULL,
    shared_by   text NOT NULL
);

-- Procedures of other offices, as their publications say now (共有された手続き).
CREATE TABLE shr_offered (
    peer        text NOT NULL,
    code        text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{1,60}$'),
    serial      bigint NOT NULL CHECK (serial > 0),
    name        text NOT NULL,
    kana        text NOT NULL,
    summary     text NOT NULL,
    content     bytea NOT NULL,
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (peer, code)
);
CREATE INDEX shr_offered_by_kana ON shr_offered (kana, peer, code);

-- What was taken over as a draft: whose it was, which version, and what it said (取り込み).
CREATE TABLE shr_taken (
    code        text PRIMARY KEY,
    peer        text NOT NULL,
    serial      bigint NOT NULL,
    name        text NOT NULL,
    content     bytea NOT NULL,
    sha256      text NOT NULL,
    form        int,
    taken_at    timestamptz NOT NULL,
    taken_by    text NOT NULL
);
