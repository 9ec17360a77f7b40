-- Search of records (文書検索): the text of each stored file once, and for each record what it is found by.

CREATE TABLE doc_text (
    sha256   text PRIMARY KEY REFERENCES doc_file (sha256) ON DELETE CASCADE,
    state    text NOT NULL CHECK (state IN ('READ', 'CUT', 'NONE', 'ENCRYPTED', 'BROKEN', 'TOO_LARGE', 'TOO_SLOW')),
    text     text,
    read_at  timestamptz NOT NULL,
    CHECK ((state IN ('READ', 'CUT')) = (text IS NOT NULL))
);
COMMENT ON TABLE doc_text IS 'the text inside a file, or why there is none; it goes with the bytes';

CREATE TABLE doc_index (
    record_id    uuid PRIMARY KEY REFERENCES doc_record (id),
    recorded_at  timestamptz NOT NULL,
    state        text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DONE')),
    words        tsvector,
    due_at       timestamptz,
    attempts     integer NOT NULL DEFAULT 0,
    CHECK (state = 'WAITING' OR words IS NOT NULL)
);
CREATE INDEX doc_index_words ON doc_index USING gin (words);
CREATE INDEX doc_index_time ON doc_index (recorded_at, record_id);
CREATE INDEX doc_index_waiting ON doc_index (due_at NULLS FIRST) WHERE state = 'WAITING';
COMMENT ON TABLE doc_index IS 'pairs of signs (bigrams) of number, title, party, names of files and their text, folded; written after the deed';
COMMENT ON COLUMN doc_index.recorded_at IS 'as in the entry, which never changes: what is found is put in order without a look at the entries';
COMMENT ON COLUMN doc_index.due_at IS 'when a node may take it; null means at once';

-- A trigger, so that records entered by a node of the version before, or loaded, are found as well.
CREATE FUNCTION doc_order_index() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO doc_index (record_id, recorded_at) VALUES (NEW.id, NEW.recorded_at);
    RETURN NULL;
END $$;
CREATE TRIGGER doc_record_is_to_be_found AFTER INSERT ON doc_record FOR EACH ROW EXECUTE FUNCTION doc_order_index();
INSERT INTO doc_index (record_id, recorded_at) SELECT r.id, r.recorded_at FROM doc_record r;

CREATE INDEX doc_record_time ON doc_record (recorded_at, id);

CREATE TABLE doc_saved_search (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 0,
    staff_id   uuid NOT NULL,
    name       text NOT NULL CHECK (name <> ''),
    words      text,
    direction  text CHECK (direction IN ('IN', 'OUT', 'INTERNAL')),
    section    text,
    state      text,
    from_day   date,
    until_day  date,
    person     text,
    dossier    text,
    saved_at   timestamptz NOT NULL,
    CONSTRAINT doc_saved_search_name_once UNIQUE (staff_id, name)
);
COMMENT ON TABLE doc_saved_search IS 'what a member of staff looks for again and again; only the owner sees it';
