-- What was decided stands although a core system refuses it; a notification that ended at its arrival is read by its section.

ALTER TABLE apl_application
    ADD COLUMN core_trouble text,
    ADD COLUMN to_be_read   boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT apl_trouble_fits_state CHECK (core_trouble IS NULL OR state IN ('IN_CORE', 'CORRECTION')),
    ADD CONSTRAINT apl_decided_stays_decided CHECK (decided_on IS NULL OR state NOT IN ('EXAMINING', 'DECIDING', 'WITHDRAWN')) NOT VALID;
COMMENT ON COLUMN apl_application.core_trouble IS 'what a core system holds against what was decided; null if nothing';
COMMENT ON COLUMN apl_application.to_be_read IS 'a notification that ended at its arrival and that its section has not read yet';
CREATE INDEX apl_application_to_be_read ON apl_application (section, arrived_at) WHERE to_be_read;
