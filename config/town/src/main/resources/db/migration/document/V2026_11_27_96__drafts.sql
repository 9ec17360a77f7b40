-- Drafts (起案): what is written before it is decided, version by version; from the decision on nothing about it changes.

CREATE TABLE doc_draft (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL DEFAULT 0,
    section       text NOT NULL,
    state         text NOT NULL CHECK (state IN ('DRAFTING', 'PROPOSED', 'DECIDED', 'REJECTED', 'ABANDONED')),
    latest        integer NOT NULL CHECK (latest > 0),
    title         text NOT NULL CHECK (title <> ''),
    template      text,
    amends        uuid REFERENCES doc_draft (id),
    proposal_id   uuid,
    record_id     uuid REFERENCES doc_record (id),
    created_by    uuid NOT NULL,
    created_name  text NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    decided_at    timestamptz,
    CHECK ((state = 'DECIDED') = (record_id IS NOT NULL)),
    CHECK ((state = 'DECIDED') = (decided_at IS NOT NULL)),
    CHECK (state IN ('DRAFTING', 'ABANDONED') OR proposal_id IS NOT NULL)
) WITH (fillfactor = 80);
CREATE INDEX doc_draft_section ON doc_draft (section, state, changed_at);
CREATE INDEX doc_draft_amends ON doc_draft (amends);
CREATE UNIQUE INDEX doc_draft_record ON doc_draft (record_id) WHERE record_id IS NOT NULL;
COMMENT ON COLUMN doc_draft.title IS 'the title of the latest version, for lists';

CREATE TABLE doc_draft_version (
    draft_id      uuid NOT NULL REFERENCES doc_draft (id) DEFERRABLE INITIALLY DEFERRED,
    number        integer NOT NULL CHECK (number > 0),
    title         text NOT NULL CHECK (title <> ''),
    ask           text NOT NULL,
    body          text NOT NULL,
    matter        text,
    amount        bigint NOT NULL CHECK (amount >= 0),
    retention     text CHECK (retention IN ('Y30', 'Y10', 'Y5', 'Y3', 'Y1', 'UNDER1', 'STANDING')),
    dossier_id    uuid REFERENCES doc_dossier (id),
    disclosure    text NOT NULL CHECK (disclosure IN ('OPEN', 'PARTIAL', 'CLOSED')),
    clause        text,
    closed_until  date,
    dispatch      text NOT NULL CHECK (dispatch IN ('NONE', 'LETTER', 'NOTICE')),
    seal          text NOT NULL CHECK (seal IN ('NONE', 'SEAL', 'OMITTED')),
    sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    written_by    uuid NOT NULL,
    written_name  text NOT NULL,
    written_at    timestamptz NOT NULL,
    PRIMARY KEY (draft_id, number)
);
COMMENT ON COLUMN doc_draft_version.body IS '案文: paragraphs, headings, lists and tables as cleaned XHTML';
COMMENT ON COLUMN doc_draft_version.sha256 IS 'over everything the version says and the hashes of its files: what is decided on';

CREATE TABLE doc_draft_file (
    draft_id    uuid NOT NULL,
    number      integer NOT NULL,
    position    integer NOT NULL CHECK (position >= 0),
    sha256      text NOT NULL REFERENCES doc_file (sha256),
    name        text NOT NULL CHECK (name <> ''),
    media_type  text NOT NULL,
    size        bigint NOT NULL,
    PRIMARY KEY (draft_id, number, position),
    FOREIGN KEY (draft_id, number) REFERENCES doc_draft_version (draft_id, number)
);
CREATE INDEX doc_draft_file_sha256 ON doc_draft_file (sha256);

-- Words of a draft are taken out when the file of its record is gone (廃棄・移管), and only then; who wrote when, and the hash, stay.
CREATE FUNCTION doc_draft_is_gone(draft uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM doc_draft d WHERE d.id = draft AND d.record_id IS NOT NULL AND doc_record_is_gone(d.record_id))
$$;

CREATE FUNCTION doc_draft_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.title = '廃棄済み' AND NEW.ask = '' AND NEW.body = '' AND NEW.clause IS NULL
       AND doc_draft_is_gone(OLD.draft_id)
       AND to_jsonb(NEW) - '{title,ask,body,clause}'::text[] = to_jsonb(OLD) - '{title,ask,body,clause}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A version of a draft is kept as it was written' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_draft_version_stays BEFORE UPDATE OR DELETE ON doc_draft_version
    FOR EACH ROW EXECUTE FUNCTION doc_draft_version_stays();

CREATE FUNCTION doc_draft_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND doc_draft_is_gone(OLD.draft_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'A version of a draft keeps its files' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_draft_file_stays BEFORE UPDATE OR DELETE ON doc_draft_file FOR EACH ROW EXECUTE FUNCTION doc_draft_file_stays();

-- A draft that came to its end stays as it is; a decided one gets no version any more.
CREATE FUNCTION doc_draft_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('DECIDED', 'REJECTED', 'ABANDONED') AND NOT (TG_OP = 'UPDATE' AND NEW.title = '廃棄済み'
            AND doc_draft_is_gone(OLD.id) AND to_jsonb(NEW) - 'title' = to_jsonb(OLD) - 'title') THEN
        RAISE EXCEPTION 'A draft that was decided, rejected or given up stays as it is' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_draft_ends BEFORE UPDATE OR DELETE ON doc_draft FOR EACH ROW EXECUTE FUNCTION doc_draft_ends();

CREATE FUNCTION doc_draft_version_of_a_living_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM doc_draft d WHERE d.id = NEW.draft_id AND d.state IN ('DECIDED', 'REJECTED', 'ABANDONED')) THEN
        RAISE EXCEPTION 'A draft that came to its end gets no version' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER doc_draft_version_lives BEFORE INSERT ON doc_draft_version
    FOR EACH ROW EXECUTE FUNCTION doc_draft_version_of_a_living_one();
REVOKE UPDATE, DELETE, TRUNCATE ON doc_draft_version FROM "${app}";
GRANT UPDATE (title, ask, body, clause) ON doc_draft_version TO "${app}";
REVOKE UPDATE, TRUNCATE ON doc_draft_file FROM "${app}";
REVOKE DELETE, TRUNCATE ON doc_draft FROM "${app}";

CREATE TABLE doc_draft_person (
    draft_id  uuid NOT NULL REFERENCES doc_draft (id),
    staff_id  uuid NOT NULL,
    name      text NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (draft_id, staff_id)
);
CREATE INDEX doc_draft_person_staff ON doc_draft_person (staff_id);
COMMENT ON TABLE doc_draft_person IS 'who writes the draft together; the first one is who began it';

CREATE TABLE doc_draft_origin (
    draft_id   uuid NOT NULL REFERENCES doc_draft (id),
    kind       text NOT NULL CHECK (kind IN ('RECORD', 'APPLICATION', 'DRAFT', 'AMENDED')),
    target_id  uuid NOT NULL,
    words      text NOT NULL,
    PRIMARY KEY (draft_id, kind, target_id)
);
CREATE INDEX doc_draft_origin_target ON doc_draft_origin (target_id);
COMMENT ON TABLE doc_draft_origin IS 'what caused the draft: a record that came in, an application, an earlier draft, the decided one that it changes';

CREATE TABLE doc_draft_template (
    code      text PRIMARY KEY CHECK (code ~ '^[a-z][a-z-]*$'),
    sort      integer NOT NULL,
    name      text NOT NULL,
    title     text NOT NULL,
    ask       text NOT NULL,
    body      text NOT NULL,
    dispatch  text NOT NULL CHECK (dispatch IN ('NONE', 'LETTER', 'NOTICE')),
    seal      text NOT NULL CHECK (seal IN ('NONE', 'SEAL', 'OMITTED'))
);
COMMENT ON COLUMN doc_draft_template.body IS 'in the plain form of drafts: # heading, ・ list, | table';

INSERT INTO doc_draft_template (code, sort, name, title, ask, body, dispatch, seal) VALUES
    ('blank', 10, '白紙', '（件名）', '', '', 'NONE', 'NONE'),
    ('answer', 20, '回答', '{cause}（回答）', '次のとおり回答してよいか伺います。',
     E'{cause.date}{cause.number}で照会のあったことについて、次のとおり回答します。\n\n# 記\n\n・（回答する内容）', 'LETTER', 'OMITTED'),
    ('inquiry', 30, '照会', '（件名）について（照会）', '次のとおり照会してよいか伺います。',
     E'次のことについて照会しますので、期限までに回答をお願いします。\n\n# 記\n\n1. 照会する内容\n2. 回答の期限', 'LETTER', 'OMITTED'),
    ('notify', 40, '通知', '（件名）について（通知）', '次のとおり通知してよいか伺います。',
     E'このことについて、次のとおり決定したので通知します。\n\n# 記\n\n・（通知する内容）', 'LETTER', 'SEAL'),
    ('request', 50, '依頼', '（件名）について（依頼）', '次のとおり依頼してよいか伺います。',
     E'次のことについて、ご協力をお願いします。\n\n# 記\n\n|*項目|*内容|\n|日時||\n|場所||', 'LETTER', 'OMITTED'),
    ('public-notice', 60, '告示・公告', '（件名）', '次のとおり告示してよいか伺います。',
     E'（根拠の条文）の規定により、次のとおり告示する。\n\n# 記\n\n1. （内容）', 'NOTICE', 'SEAL'),
    ('purchase', 70, '物品の購入', '（品名）の購入について', '次のとおり購入してよいか伺います。',
     E'# 購入の内容\n\n|*品名|*数量|*金額（円）|\n||||\n\n# 理由\n\n（購入する理由）', 'NONE', 'NONE'),
    ('plan', 80, '事業の実施', '（事業名）の実施について', '次のとおり実施してよいか伺います。',
     E'# 目的\n\n（目的）\n\n# 内容\n\n|*日時||\n|*場所||\n|*対象||', 'NONE', 'NONE');
