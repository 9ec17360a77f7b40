-- Whether the family was asked for protection at all (支援措置): where somebody protected may come back under another name, the question must be answered.
ALTER TABLE res_entry ADD COLUMN protection_answered boolean NOT NULL DEFAULT false;
UPDATE res_entry SET protection_answered = true WHERE protection_asked;
ALTER TABLE res_entry ADD CONSTRAINT res_entry_protection_answered CHECK (protection_answered OR NOT protection_asked);
COMMENT ON COLUMN res_entry.protection_answered IS '支援措置の申出の有無を家族に確かめた';

-- Whoever may be meant by a notice is looked for by the name alone too, and by whom they ever lived with, not only now.
CREATE INDEX res_person_name ON res_person (name_key);
CREATE INDEX res_membership_ever ON res_membership (person_id);
