-- Templates of drafts (起案の様式) are kept by the office: those of all by its records manager, those of a section by its records officer.

ALTER TABLE doc_draft_template DROP CONSTRAINT doc_draft_template_code_check;
ALTER TABLE doc_draft_template
    ADD CONSTRAINT doc_draft_template_code_check CHECK (code ~ '^[a-z][a-z0-9-]*$'),
    ADD COLUMN version bigint NOT NULL DEFAULT 0,
    ADD COLUMN section text,
    ADD COLUMN ended boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT doc_draft_template_name CHECK (name <> '' AND length(name) <= 60);
COMMENT ON COLUMN doc_draft_template.section IS 'the section whose own it is; null for everybody';
COMMENT ON COLUMN doc_draft_template.ended IS 'true if nothing begins with it any more; drafts that did keep naming it';
CREATE UNIQUE INDEX doc_draft_template_name_once ON doc_draft_template (coalesce(section, ''), name) WHERE NOT ended;
