-- Organisation (組織): one town, its sections, posts and staff, the delegation table, the calendar, the clock's shift.
-- Every span of validity is half open: valid_from is the first day, valid_until the first day no longer, null if open.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE org_town (
    single_row  boolean PRIMARY KEY DEFAULT true CHECK (single_row),
    code        text NOT NULL CHECK (code ~ '^[0-9]{6}$'),
    name        text NOT NULL,
    kana        text NOT NULL,
    roman       text NOT NULL,
    prefecture  text NOT NULL,
    head_title  text NOT NULL,
    head_name   text NOT NULL,
    letter      text NOT NULL,
    address     text NOT NULL,
    phone       text NOT NULL,
    sample      boolean NOT NULL
);

CREATE TABLE org_section (
    code         text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]*$'),
    name         text NOT NULL,
    english      text NOT NULL,
    letter       text NOT NULL,
    parent       text REFERENCES org_section (code),
    phone        text,
    counter      text,
    valid_from   date NOT NULL,
    valid_until  date CHECK (valid_until > valid_from),
    sort         integer NOT NULL,
    CHECK (parent <> code)
);
CREATE INDEX org_section_parent ON org_section (parent);
COMMENT ON TABLE org_section IS '課・係: a reorganisation closes a code and opens another; a code is never reused';

CREATE TABLE org_post (
    code         text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]*$'),
    title        text NOT NULL,
    section      text NOT NULL REFERENCES org_section (code),
    rank         integer NOT NULL CHECK (rank BETWEEN 10 AND 99),
    valid_from   date NOT NULL,
    valid_until  date CHECK (valid_until > valid_from)
);
CREATE INDEX org_post_section ON org_post (section, rank);
COMMENT ON COLUMN org_post.rank IS
    '10 長, 20 副町長・副市長, 30 部長, 40 課長, 50 課長補佐, 60 係長, 70 係員; the smaller, the higher';

CREATE TABLE org_post_role (
    post  text NOT NULL REFERENCES org_post (code),
    role  text NOT NULL CHECK (role ~ '^[a-z][a-z-]*$' AND role NOT IN ('system', 'desk')),
    PRIMARY KEY (post, role)
);

CREATE TABLE org_staff (
    id      uuid PRIMARY KEY,
    number  text NOT NULL UNIQUE CHECK (number ~ '^[0-9A-Za-z-]+$'),
    name    text NOT NULL,
    kana    text NOT NULL
);

CREATE TABLE org_appointment (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    staff        uuid NOT NULL REFERENCES org_staff (id),
    post         text NOT NULL REFERENCES org_post (code),
    kind         text NOT NULL CHECK (kind IN ('MAIN', 'CONCURRENT', 'ACTING')),
    valid_from   date NOT NULL,
    valid_until  date CHECK (valid_until > valid_from),
    CONSTRAINT org_one_main_post_at_a_time
        EXCLUDE USING gist (staff WITH =, daterange(valid_from, valid_until) WITH &&) WHERE (kind = 'MAIN'),
    CONSTRAINT org_same_post_once_at_a_time
        EXCLUDE USING gist (staff WITH =, post WITH =, daterange(valid_from, valid_until) WITH &&)
);
CREATE INDEX org_appointment_staff ON org_appointment (staff);
CREATE INDEX org_appointment_post ON org_appointment (post);
COMMENT ON COLUMN org_appointment.kind IS 'MAIN 本務, CONCURRENT 兼務, ACTING 職務代理・事務取扱 (goes before MAIN in a decision)';

CREATE TABLE org_delegation (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    matter        text NOT NULL,
    name          text NOT NULL,
    up_to_amount  bigint CHECK (up_to_amount >= 0),
    consent_rank  integer CHECK (consent_rank BETWEEN 10 AND 99),
    decider_rank  integer CHECK (decider_rank BETWEEN 10 AND 99),
    decider_post  text REFERENCES org_post (code),
    valid_from    date NOT NULL,
    valid_until   date CHECK (valid_until > valid_from),
    source        text NOT NULL,
    CHECK (num_nonnulls(decider_rank, decider_post) = 1),
    CONSTRAINT org_one_decider_at_a_time EXCLUDE USING gist (
        matter WITH =, coalesce(up_to_amount, 9223372036854775807) WITH =,
        daterange(valid_from, valid_until) WITH &&)
);
COMMENT ON TABLE org_delegation IS
    '専決: who decides a matter up to an amount (null: without limit), by rank along the section''s line, or by a named post; '
    'what no row names is decided by the head of the town';

CREATE TABLE org_holiday (
    day   date PRIMARY KEY,
    name  text NOT NULL
);

CREATE TABLE org_clock_shift (
    single_row  boolean PRIMARY KEY DEFAULT true CHECK (single_row),
    seconds     bigint NOT NULL DEFAULT 0
);
INSERT INTO org_clock_shift (seconds) VALUES (0);
COMMENT ON TABLE org_clock_shift IS 'how far an operator of a sample town moved the clock; a production office refuses to start with a shift';

CREATE TABLE org_setting (
    key         text NOT NULL CHECK (key ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
    value       text NOT NULL,
    valid_from  date NOT NULL,
    source      text NOT NULL,
    PRIMARY KEY (key, valid_from)
);
COMMENT ON TABLE org_setting IS 'every number the law knows, by date: the row with the latest valid_from not after the day is in force';
