-- The filing plan (ファイル基準表): classes and files (dossiers) of each section for each fiscal year.

CREATE TABLE doc_plan_year (
    fiscal_year   integer PRIMARY KEY,
    carried_at    timestamptz,
    carried_by    text NOT NULL,
    dossiers      integer NOT NULL CHECK (dossiers >= 0)
);
COMMENT ON TABLE doc_plan_year IS 'the years whose plan was made; the row is what makes a carry-over happen once';

CREATE TABLE doc_class (
    section      text NOT NULL,
    fiscal_year  integer NOT NULL,
    code         text NOT NULL CHECK (code ~ '^[A-Z]{1,2}(-[0-9]{2}){0,2}$'),
    parent       text GENERATED ALWAYS AS (CASE WHEN code LIKE '%-%' THEN left(code, -3) END) STORED,
    name         text NOT NULL CHECK (name <> ''),
    PRIMARY KEY (section, fiscal_year, code),
    FOREIGN KEY (section, fiscal_year, parent) REFERENCES doc_class (section, fiscal_year, code)
        DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON COLUMN doc_class.code IS '大分類 A, 中分類 A-01, 小分類 A-01-02';

CREATE TABLE doc_dossier (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL DEFAULT 0,
    section          text NOT NULL,
    fiscal_year      integer NOT NULL,
    class_code       text NOT NULL CHECK (class_code LIKE '%-%-%'),
    number           integer NOT NULL CHECK (number BETWEEN 1 AND 999),
    title            text NOT NULL CHECK (title <> ''),
    public_title     text CHECK (public_title <> ''),
    retention        text NOT NULL CHECK (retention IN ('Y30', 'Y10', 'Y5', 'Y3', 'Y1', 'UNDER1', 'STANDING')),
    after_use        text CHECK (after_use IN ('Y30', 'Y10', 'Y5', 'Y3', 'Y1', 'UNDER1')),
    law_until        date,
    ground           text NOT NULL CHECK (ground <> ''),
    medium           text NOT NULL CHECK (medium IN ('ELECTRONIC', 'PAPER', 'BOTH')),
    place            text CHECK (place <> ''),
    disclosure       text NOT NULL CHECK (disclosure IN ('OPEN', 'PARTIAL', 'CLOSED')),
    clause           text CHECK (clause <> ''),
    closed_until     date,
    state            text NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
    carried_from     uuid REFERENCES doc_dossier (id),
    completed_year   integer,
    retention_from   date,
    retention_until  date,
    CONSTRAINT doc_dossier_number_once UNIQUE (section, fiscal_year, class_code, number),
    FOREIGN KEY (section, fiscal_year, class_code) REFERENCES doc_class (section, fiscal_year, code),
    CONSTRAINT doc_dossier_standing_names_what_follows CHECK ((retention = 'STANDING') = (after_use IS NOT NULL)),
    CONSTRAINT doc_dossier_closed_names_its_clause CHECK (disclosure = 'OPEN' OR clause IS NOT NULL),
    CONSTRAINT doc_dossier_counted_once_closed CHECK (
        (state = 'CLOSED') = (completed_year IS NOT NULL)
        AND (completed_year IS NULL) = (retention_from IS NULL)
        AND (completed_year IS NULL) = (retention_until IS NULL)
        AND (retention_from IS NULL OR retention_from <= retention_until)),
    CONSTRAINT doc_dossier_completed_not_before CHECK (completed_year >= fiscal_year)
);
CREATE INDEX doc_dossier_year ON doc_dossier (fiscal_year, section);
CREATE INDEX doc_dossier_until ON doc_dossier (retention_until) WHERE state = 'CLOSED';
CREATE INDEX doc_dossier_carried_from ON doc_dossier (carried_from);
COMMENT ON COLUMN doc_dossier.public_title IS '公開用件名, where the title itself may not be shown';
COMMENT ON COLUMN doc_dossier.after_use IS 'the retention that begins when a file in regular use (常用) is closed';
COMMENT ON COLUMN doc_dossier.law_until IS 'a law keeps it at least until this day (such as a term of office)';
COMMENT ON COLUMN doc_dossier.closed_until IS '時限: from the next day it may be disclosed';

CREATE TABLE doc_dossier_matter (
    dossier_id   uuid NOT NULL REFERENCES doc_dossier (id),
    matter       text NOT NULL CHECK (matter <> ''),
    PRIMARY KEY (dossier_id, matter)
);
CREATE INDEX doc_dossier_matter_matter ON doc_dossier_matter (matter);
COMMENT ON TABLE doc_dossier_matter IS 'procedures and matters whose records go into the file by themselves; * takes what no other file of the section takes';
