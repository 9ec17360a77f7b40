-- The turn passes from stop to stop within one deed, so that only its end must find one stop waiting.

DROP INDEX apv_one_stop_waits;
ALTER TABLE apv_step ADD CONSTRAINT apv_one_stop_waits
    EXCLUDE USING btree (proposal_id WITH =) WHERE (state = 'WAITING') DEFERRABLE INITIALLY DEFERRED;
