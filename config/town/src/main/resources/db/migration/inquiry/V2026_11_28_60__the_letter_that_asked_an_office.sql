-- An inquiry may leave more than once, each time as a letter of its own: which letter asked an office last.
ALTER TABLE inq_office ADD COLUMN record_id uuid;
UPDATE inq_office o SET record_id = i.record_id FROM inq_inquiry i WHERE i.id = o.inquiry;
