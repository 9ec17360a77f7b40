-- Reorganisations (機構改革): which section, and which post, has whose duties from a day on.

CREATE TABLE org_succession (
    section     text NOT NULL REFERENCES org_section (code),
    successor   text NOT NULL REFERENCES org_section (code),
    day         date NOT NULL,
    main        boolean NOT NULL,
    place       integer NOT NULL CHECK (place >= 0),
    entered_by  text NOT NULL,
    entered_at  timestamptz NOT NULL,
    PRIMARY KEY (section, successor),
    CHECK (section <> successor)
);
CREATE UNIQUE INDEX org_one_main_successor ON org_succession (section) WHERE main;
CREATE INDEX org_succession_successor ON org_succession (successor);
COMMENT ON TABLE org_succession IS
    '承継: a section ends on the day and another has its duties; of several the main one has what was not given to another';

CREATE TABLE org_post_succession (
    post       text PRIMARY KEY REFERENCES org_post (code),
    successor  text NOT NULL REFERENCES org_post (code),
    day        date NOT NULL,
    place      integer NOT NULL CHECK (place >= 0),
    CHECK (post <> successor)
);
CREATE INDEX org_post_succession_successor ON org_post_succession (successor);
COMMENT ON TABLE org_post_succession IS
    'a post ends on the day and another has its duties; whoever holds it goes along until appointed elsewhere';

-- Whoever is succeeded ends on that very day, and whoever succeeds exists on it: a chain of days that only grow makes no circle.
CREATE FUNCTION org_succession_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'org_succession' THEN
        IF EXISTS (SELECT 1 FROM org_succession s JOIN org_section a ON a.code = s.section JOIN org_section b ON b.code = s.successor
                   WHERE s.section = NEW.section AND s.successor = NEW.successor
                     AND (a.valid_until IS DISTINCT FROM s.day OR b.valid_from > s.day OR b.valid_until <= s.day)) THEN
            RAISE EXCEPTION 'section % does not end, or % does not exist, on %', NEW.section, NEW.successor, NEW.day
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    ELSIF EXISTS (SELECT 1 FROM org_post_succession s JOIN org_post a ON a.code = s.post JOIN org_post b ON b.code = s.successor
                  WHERE s.post = NEW.post
                    AND (a.valid_until IS DISTINCT FROM s.day OR b.valid_from > s.day OR b.valid_until <= s.day)) THEN
        RAISE EXCEPTION 'post % does not end, or % does not exist, on %', NEW.post, NEW.successor, NEW.day
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER org_succession_fits AFTER INSERT OR UPDATE ON org_succession
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION org_succession_fits();
CREATE CONSTRAINT TRIGGER org_post_succession_fits AFTER INSERT OR UPDATE ON org_post_succession
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION org_succession_fits();
