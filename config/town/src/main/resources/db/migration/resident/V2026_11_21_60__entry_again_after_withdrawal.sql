-- A cause has one standing event; what was withdrawn may be entered again, corrected.
ALTER TABLE res_event DROP CONSTRAINT res_event_cause_id_key;
CREATE UNIQUE INDEX res_event_one_standing_per_cause ON res_event (cause_id) WHERE state <> 'WITHDRAWN';
CREATE INDEX res_event_cause ON res_event (cause_id);
