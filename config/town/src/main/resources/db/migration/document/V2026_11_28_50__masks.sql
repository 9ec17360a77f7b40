-- Masks for disclosure (墨消し): what is covered on each page of a file, prepared once, fixed by a second person, shared by requests.

CREATE TABLE doc_mask_sheet (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    record_id      uuid NOT NULL REFERENCES doc_record (id),
    original       text NOT NULL REFERENCES doc_file (sha256),
    source         text NOT NULL REFERENCES doc_file (sha256),
    purpose        text NOT NULL CHECK (purpose <> ''),
    state          text NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'FIXED')),
    follows        uuid REFERENCES doc_mask_sheet (id),
    begun_name     text NOT NULL,
    begun_at       timestamptz NOT NULL,
    proposed_name  text,
    proposed_at    timestamptz,
    returned_for   text CHECK (returned_for <> ''),
    fixed_by       uuid,
    fixed_name     text,
    fixed_at       timestamptz,
    digest         text CHECK (digest ~ '^[0-9a-f]{64}$'),
    CHECK ((state = 'DRAFT') = (proposed_at IS NULL)),
    CHECK ((state = 'FIXED') = (digest IS NOT NULL)),
    CHECK ((digest IS NULL) = (fixed_by IS NULL) AND (digest IS NULL) = (fixed_name IS NULL) AND (digest IS NULL) = (fixed_at IS NULL))
);
CREATE INDEX doc_mask_sheet_record ON doc_mask_sheet (record_id, begun_at);
CREATE INDEX doc_mask_sheet_original ON doc_mask_sheet (original);
CREATE INDEX doc_mask_sheet_source ON doc_mask_sheet (source);
CREATE INDEX doc_mask_sheet_follows ON doc_mask_sheet (follows) WHERE follows IS NOT NULL;
COMMENT ON TABLE doc_mask_sheet IS '墨消し: a sheet of masks over one file of a record; a fixed one is never changed, a new one follows it';
COMMENT ON COLUMN doc_mask_sheet.source IS 'the PDF on whose pages the masks lie: the file itself, or the PDF view of a picture or an Office file';
COMMENT ON COLUMN doc_mask_sheet.digest IS 'SHA-256 over the canonical form of sheet and masks, as it stands in the history of the record';

CREATE TABLE doc_mask_page (
    sheet_id  uuid NOT NULL REFERENCES doc_mask_sheet (id),
    number    integer NOT NULL CHECK (number >= 0),
    width     double precision NOT NULL CHECK (width > 0),
    height    double precision NOT NULL CHECK (height > 0),
    PRIMARY KEY (sheet_id, number)
);
COMMENT ON TABLE doc_mask_page IS 'pages of the source as they are shown, counted from 0, in points';

CREATE TABLE doc_mask (
    id         uuid PRIMARY KEY,
    sheet_id   uuid NOT NULL REFERENCES doc_mask_sheet (id),
    page       integer NOT NULL CHECK (page > 0),
    from_left  double precision NOT NULL,
    from_top   double precision NOT NULL,
    width      double precision NOT NULL CHECK (width > 0),
    height     double precision NOT NULL CHECK (height > 0),
    ground     text NOT NULL CHECK (ground IN ('LAW', 'PERSONAL', 'CORPORATE', 'SAFETY', 'DELIBERATION', 'AFFAIRS')),
    clause     text NOT NULL CHECK (clause <> ''),
    reason     text NOT NULL CHECK (reason <> '')
);
CREATE INDEX doc_mask_of_sheet ON doc_mask (sheet_id, page);
COMMENT ON COLUMN doc_mask.from_left IS 'points from the left edge of the page as it is shown: turned, and cut to its CropBox';
COMMENT ON COLUMN doc_mask.clause IS 'the clause of the ordinance as it was on the day the mask was drawn';

CREATE TABLE doc_mask_hand (
    sheet_id  uuid NOT NULL REFERENCES doc_mask_sheet (id),
    staff_id  uuid NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (sheet_id, staff_id)
);
COMMENT ON TABLE doc_mask_hand IS 'who had a hand in a sheet: none of them fixes it';

CREATE TABLE doc_mask_copy (
    sheet_id      uuid PRIMARY KEY REFERENCES doc_mask_sheet (id),
    state         text NOT NULL CHECK (state IN ('WAITING', 'MADE', 'IMPOSSIBLE')),
    ordered_by    uuid NOT NULL,
    ordered_name  text NOT NULL,
    ordered_at    timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    attempts      integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    sha256        text REFERENCES doc_file (sha256),
    reason        text CHECK (reason <> ''),
    finished_at   timestamptz,
    CHECK ((state = 'MADE') = (sha256 IS NOT NULL)),
    CHECK ((state = 'IMPOSSIBLE') = (reason IS NOT NULL)),
    CHECK ((state = 'WAITING') = (finished_at IS NULL))
);
CREATE INDEX doc_mask_copy_due ON doc_mask_copy (due_at) WHERE state = 'WAITING';
CREATE INDEX doc_mask_copy_sha256 ON doc_mask_copy (sha256) WHERE sha256 IS NOT NULL;
COMMENT ON TABLE doc_mask_copy IS 'the copy to be given, drawn from a fixed sheet once and kept as a file of its own';

-- What is fixed stays with all that belongs to it, and goes with the file of its record only.
CREATE FUNCTION doc_mask_sheet_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state = 'DRAFT' THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'FIXED' OR doc_record_is_gone(OLD.record_id) THEN
            RETURN OLD;
        END IF;
    ELSIF OLD.state <> 'FIXED' AND (NEW.id, NEW.record_id, NEW.original, NEW.source, NEW.begun_name, NEW.begun_at)
            = (OLD.id, OLD.record_id, OLD.original, OLD.source, OLD.begun_name, OLD.begun_at)
            AND (NEW.state <> 'FIXED' OR OLD.state = 'PROPOSED') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A fixed sheet of masks stays as it is' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_mask_sheet_stays BEFORE INSERT OR UPDATE OR DELETE ON doc_mask_sheet
    FOR EACH ROW EXECUTE FUNCTION doc_mask_sheet_stays();

CREATE FUNCTION doc_mask_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sheet doc_mask_sheet;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT * INTO sheet FROM doc_mask_sheet s WHERE s.id = NEW.sheet_id;
    ELSE
        SELECT * INTO sheet FROM doc_mask_sheet s WHERE s.id = OLD.sheet_id;
    END IF;
    IF TG_OP = 'DELETE' AND (sheet.state <> 'FIXED' OR doc_record_is_gone(sheet.record_id)) THEN
        RETURN OLD;
    ELSIF TG_OP <> 'DELETE' AND sheet.state = 'DRAFT' AND NEW.sheet_id = sheet.id THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Masks are drawn on a sheet that is being prepared' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_mask_stays BEFORE INSERT OR UPDATE OR DELETE ON doc_mask FOR EACH ROW EXECUTE FUNCTION doc_mask_stays();
CREATE TRIGGER doc_mask_page_stays BEFORE INSERT OR UPDATE OR DELETE ON doc_mask_page FOR EACH ROW EXECUTE FUNCTION doc_mask_stays();

CREATE FUNCTION doc_mask_hand_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sheet doc_mask_sheet;
BEGIN
    SELECT * INTO sheet FROM doc_mask_sheet s WHERE s.id = OLD.sheet_id;
    IF TG_OP = 'DELETE' AND (sheet.state <> 'FIXED' OR doc_record_is_gone(sheet.record_id)) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Who had a hand in a sheet stays known' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_mask_hand_stays BEFORE UPDATE OR DELETE ON doc_mask_hand FOR EACH ROW EXECUTE FUNCTION doc_mask_hand_stays();

CREATE FUNCTION doc_mask_copy_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sheet doc_mask_sheet;
BEGIN
    IF TG_OP = 'DELETE' THEN
        SELECT * INTO sheet FROM doc_mask_sheet s WHERE s.id = OLD.sheet_id;
    ELSE
        SELECT * INTO sheet FROM doc_mask_sheet s WHERE s.id = NEW.sheet_id;
    END IF;
    IF TG_OP = 'DELETE' AND doc_record_is_gone(sheet.record_id) THEN
        RETURN OLD;
    ELSIF TG_OP = 'INSERT' AND sheet.state = 'FIXED' THEN
        RETURN NEW;
    ELSIF TG_OP = 'UPDATE' AND OLD.state <> 'MADE' AND NEW.sheet_id = OLD.sheet_id THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A copy is made from a fixed sheet, once' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER doc_mask_copy_stays BEFORE INSERT OR UPDATE OR DELETE ON doc_mask_copy
    FOR EACH ROW EXECUTE FUNCTION doc_mask_copy_stays();
REVOKE TRUNCATE ON doc_mask_sheet, doc_mask_page, doc_mask, doc_mask_hand, doc_mask_copy FROM "${app}";
