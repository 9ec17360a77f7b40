-- Search (検索): one row for each thing that can be found; tokens are analysed in Java, in the transaction of the deed.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE sch_entry (
    kind      text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
    key       text NOT NULL,
    area      text NOT NULL,
    title     text NOT NULL,
    tokens    tsvector NOT NULL,
    fragment  text NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX sch_entry_area ON sch_entry (kind, area);
CREATE INDEX sch_entry_tokens ON sch_entry USING gin (tokens);
CREATE INDEX sch_entry_fragment ON sch_entry USING gin (fragment gin_trgm_ops);
COMMENT ON COLUMN sch_entry.area IS 'who may find it: public, or the code of a section';
COMMENT ON COLUMN sch_entry.fragment IS 'title and keywords, folded, for parts of words that the analyser does not cut';
