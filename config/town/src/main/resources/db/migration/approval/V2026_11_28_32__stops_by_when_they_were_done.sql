-- How long stops take is counted by when somebody acted.

CREATE INDEX apv_step_done ON apv_step (acted_at) WHERE state = 'DONE';
