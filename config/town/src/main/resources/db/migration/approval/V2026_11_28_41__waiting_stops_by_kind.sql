-- The bell of every page asks how many stops of a post wait, by kind: none of a kind is told without a look at those of another.

CREATE INDEX apv_step_waiting_kind ON apv_step (post, kind) WHERE state = 'WAITING';
DROP INDEX apv_step_waiting;
