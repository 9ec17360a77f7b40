-- Ways to what is asked for by every look at a dispatch, by the notice board that everybody reads, and by the end of a record.

CREATE INDEX doc_taken_number_open ON doc_taken_number (section, taken_at) WHERE state = 'TAKEN';
CREATE INDEX doc_taken_number_record ON doc_taken_number (record_id) WHERE record_id IS NOT NULL;
DROP INDEX doc_delivery_notice;
CREATE INDEX doc_delivery_notice ON doc_delivery (ordered_at DESC, id) WHERE channel = 'NOTICE';
