-- Registers are counted by month: rows are written in the order of time, so that an index of blocks is small and enough.

CREATE INDEX doc_record_when ON doc_record USING brin (recorded_at);
CREATE INDEX doc_draft_when ON doc_draft USING brin (created_at);
