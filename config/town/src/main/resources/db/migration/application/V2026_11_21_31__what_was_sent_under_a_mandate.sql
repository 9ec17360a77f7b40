-- Whoever let another act sees what was sent.
CREATE INDEX apl_bundle_mandate ON apl_bundle (mandate_id) WHERE mandate_id IS NOT NULL;
