-- The catalogue of procedures and the versions of their forms.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE apl_procedure (
    id             uuid PRIMARY KEY,
    code           text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{1,60}$'),
    name           jsonb NOT NULL CHECK (name ? 'ja'),
    kana           text NOT NULL,
    summary        jsonb NOT NULL CHECK (summary ? 'ja'),
    legal_ground   text NOT NULL CHECK (legal_ground <> ''),
    section        text NOT NULL,
    who_may        jsonb NOT NULL CHECK (who_may ? 'ja'),
    bring          jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(bring) = 'array'),
    fee            integer NOT NULL DEFAULT 0 CHECK (fee >= 0),
    standard_days  integer NOT NULL DEFAULT 0 CHECK (standard_days >= 0),
    identity       text NOT NULL CHECK (identity IN ('NONE', 'MAIL', 'PASSWORD', 'TWO_FACTOR', 'CARD', 'SIGNATURE')),
    kind           text NOT NULL CHECK (kind IN ('APPLICATION', 'NOTIFICATION')),
    visit          text NOT NULL CHECK (visit IN ('NONE', 'FINAL_AT_COUNTER', 'DONE_AT_COUNTER')),
    online         boolean NOT NULL,
    core_system    text CHECK (core_system IN ('ledger', 'insurance', 'welfare', 'school', 'water', 'hygiene')),
    matter         text,
    waits_for      text,
    life_events    jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(life_events) = 'array'),
    keywords       jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(keywords) = 'array'),
    position       integer NOT NULL DEFAULT 0,
    valid_from     date NOT NULL,
    valid_until    date,
    source_hash    text,
    changed_at     timestamptz NOT NULL,
    changed_by     text NOT NULL,
    version        bigint NOT NULL DEFAULT 0,
    CHECK (valid_until IS NULL OR valid_until >= valid_from),
    -- a notification (届出) knows no decision
    CHECK (kind = 'APPLICATION' OR matter IS NULL),
    CHECK (waits_for IS NULL OR waits_for <> code),
    -- on one day one version of a procedure is valid
    CONSTRAINT apl_procedure_one_a_day EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_until, '[]') WITH &&)
);

CREATE INDEX apl_procedure_validity ON apl_procedure (valid_from, valid_until);

CREATE TABLE apl_form_version (
    id          uuid PRIMARY KEY,
    procedure   text NOT NULL,
    number      integer NOT NULL CHECK (number >= 1),
    state       text NOT NULL CHECK (state IN ('WORKING', 'PUBLISHED', 'RETIRED')),
    definition  jsonb NOT NULL CHECK (jsonb_typeof(definition) = 'object'),
    changed_at  timestamptz NOT NULL,
    changed_by  text NOT NULL,
    version     bigint NOT NULL DEFAULT 0,
    CONSTRAINT apl_form_version_number UNIQUE (procedure, number)
);

CREATE UNIQUE INDEX apl_form_version_one_working ON apl_form_version (procedure) WHERE state = 'WORKING';
CREATE UNIQUE INDEX apl_form_version_one_published ON apl_form_version (procedure) WHERE state = 'PUBLISHED';
