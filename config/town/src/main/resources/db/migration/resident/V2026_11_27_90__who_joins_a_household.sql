-- Who moves to people who live here already forms no household: the registrar finds theirs before the move becomes final.
ALTER TABLE res_entry ADD COLUMN joins_head text CHECK (joins_head <> '');
ALTER TABLE res_entry ALTER COLUMN household_id DROP NOT NULL;
ALTER TABLE res_entry ADD CONSTRAINT res_entry_household CHECK (household_id IS NOT NULL OR joins_head IS NOT NULL);
COMMENT ON COLUMN res_entry.joins_head IS 'the head of the household that is joined, as the applicant wrote the name; null for a new household';
COMMENT ON COLUMN res_entry.household_id IS 'the household; null while the one that is joined has not been found';
