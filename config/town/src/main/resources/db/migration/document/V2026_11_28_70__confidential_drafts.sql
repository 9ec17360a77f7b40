-- A draft that a confidential record caused (秘密文書) is read by its writers and on its route only.

ALTER TABLE doc_draft ADD confidential boolean NOT NULL DEFAULT false;
-- what came to its end stays as it is, but for this
ALTER TABLE doc_draft DISABLE TRIGGER doc_draft_ends;
UPDATE doc_draft d SET confidential = true
    WHERE EXISTS (SELECT 1 FROM doc_draft_origin o JOIN doc_life l ON l.record_id = o.target_id
                  WHERE o.draft_id = d.id AND o.kind = 'RECORD' AND l.confidential);
ALTER TABLE doc_draft ENABLE TRIGGER doc_draft_ends;

-- Lists of drafts begin with the latest change, whole office or section.
CREATE INDEX doc_draft_changed ON doc_draft (changed_at DESC, id);
