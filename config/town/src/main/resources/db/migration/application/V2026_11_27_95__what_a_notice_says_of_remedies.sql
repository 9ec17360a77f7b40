-- A procedure says to whom its decisions are objected (教示) where that is not the head of the town; a decision keeps the words it went out with.

ALTER TABLE apl_procedure
    ADD COLUMN remedy jsonb,
    ADD CONSTRAINT apl_remedy_has_a_way CHECK (remedy IS NULL
        OR remedy ->> 'way' IN ('REVIEW_OR_SUIT', 'REVIEW_FIRST', 'SUIT_ONLY', 'ELSEWHERE')),
    -- a notification (届出) knows no decision to object to
    ADD CONSTRAINT apl_remedy_of_a_decision CHECK (kind = 'APPLICATION' OR remedy IS NULL);
COMMENT ON COLUMN apl_procedure.remedy IS 'way, authority, reviewBy, defendant, grounds; null for the usual';

ALTER TABLE apl_application
    ADD COLUMN decision_issuer       text CHECK (decision_issuer <> ''),
    ADD COLUMN decision_ground       text CHECK (decision_ground <> ''),
    ADD COLUMN decision_instruction  text CHECK (decision_instruction <> ''),
    ADD COLUMN decision_forwarded_to text CHECK (decision_forwarded_to <> '');
COMMENT ON COLUMN apl_application.decision_issuer IS 'in whose name it went out; null if decided before notices kept their words';
COMMENT ON COLUMN apl_application.decision_forwarded_to IS 'who decides, if the office only handed it on (進達)';

CREATE FUNCTION apl_keep_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a decision that went out keeps its words' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER apl_keep_notice BEFORE UPDATE ON apl_application FOR EACH ROW
    WHEN (OLD.decided_on IS NOT NULL
          AND (NEW.decision, NEW.decision_number, NEW.decided_on, NEW.decision_issuer, NEW.decision_ground,
               NEW.decision_instruction, NEW.decision_forwarded_to)
              IS DISTINCT FROM
              (OLD.decision, OLD.decision_number, OLD.decided_on, OLD.decision_issuer, OLD.decision_ground,
               OLD.decision_instruction, OLD.decision_forwarded_to))
    EXECUTE FUNCTION apl_keep_notice();
