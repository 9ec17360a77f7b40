-- Who is away, who stands in for a post (代決順位), and what a line of the delegation table asks beside its decider.

ALTER TABLE org_delegation
    ADD COLUMN line_from_rank  integer CHECK (line_from_rank BETWEEN 10 AND 99),
    ADD COLUMN proxy_excluded  boolean NOT NULL DEFAULT false,
    ADD COLUMN editable        boolean NOT NULL DEFAULT false,
    ADD COLUMN decision_class  text CHECK (decision_class IN ('KO', 'OTSU', 'HEI', 'TEI')),
    ADD COLUMN article         text;
COMMENT ON COLUMN org_delegation.line_from_rank IS
    'every post of the line from this rank up to the decider agrees in turn (回議); null: only consent_rank, if any';
COMMENT ON COLUMN org_delegation.proxy_excluded IS 'nobody decides this matter while its decider is away (代決の禁止)';
COMMENT ON COLUMN org_delegation.editable IS 'the drafter may add stops to the route, never take one away';
COMMENT ON COLUMN org_delegation.decision_class IS '決裁区分 甲乙丙丁; null: by the rank of the decider';

CREATE TABLE org_delegation_consult (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    delegation  uuid NOT NULL REFERENCES org_delegation (id) ON DELETE CASCADE,
    stage       integer NOT NULL CHECK (stage >= 1),
    kind        text NOT NULL CHECK (kind IN ('CONSULT', 'INFORM')),
    post        text REFERENCES org_post (code),
    section     text REFERENCES org_section (code),
    CHECK (num_nonnulls(post, section) = 1),
    CONSTRAINT org_consult_once UNIQUE NULLS NOT DISTINCT (delegation, kind, post, section)
);
COMMENT ON TABLE org_delegation_consult IS
    '合議先・報告先: a post, or whoever heads a section; those of one stage are asked at the same time';

CREATE TABLE org_substitute (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    post         text NOT NULL REFERENCES org_post (code),
    number       integer NOT NULL CHECK (number >= 1),
    stand_in     text NOT NULL REFERENCES org_post (code),
    valid_from   date NOT NULL,
    valid_until  date CHECK (valid_until > valid_from),
    source       text NOT NULL,
    CHECK (post <> stand_in),
    CONSTRAINT org_one_stand_in_of_an_order EXCLUDE USING gist (
        post WITH =, number WITH =, daterange(valid_from, valid_until) WITH &&),
    CONSTRAINT org_stands_in_once EXCLUDE USING gist (
        post WITH =, stand_in WITH =, daterange(valid_from, valid_until) WITH &&)
);
COMMENT ON TABLE org_substitute IS '代決順位: who decides while the holder of the post is away; a post without rows has the next ranks of its section';

CREATE TABLE org_absence (
    id          uuid PRIMARY KEY,
    staff       uuid NOT NULL REFERENCES org_staff (id),
    kind        text NOT NULL CHECK (kind IN ('LEAVE', 'TRAVEL', 'TRAINING', 'ILLNESS', 'SUSPENSION', 'OTHER')),
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL CHECK (ends_at > starts_at),
    note        text,
    entered_by  text NOT NULL,
    entered_at  timestamptz NOT NULL,
    CONSTRAINT org_away_once_at_a_time EXCLUDE USING gist (staff WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX org_absence_end ON org_absence (ends_at);
COMMENT ON TABLE org_absence IS '不在: leave, travel and the like; the first moment no longer away is ends_at';

ALTER TABLE org_staff ADD COLUMN mail text CHECK (mail ~ '^[^@ ]+@[^@ ]+$');
COMMENT ON COLUMN org_staff.mail IS 'where reminders go; null: they stand in the office only';
