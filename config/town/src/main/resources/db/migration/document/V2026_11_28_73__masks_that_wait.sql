-- Sheets that wait for a second person are looked for by everybody who opens the page of tasks.

CREATE INDEX doc_mask_sheet_waits ON doc_mask_sheet (proposed_at) WHERE state = 'PROPOSED';
