-- How an office was written down says who calls whom, too.
ALTER TABLE exc_peer_change ADD COLUMN way text NOT NULL DEFAULT 'BOTH_CALL' CHECK (way IN ('BOTH_CALL', 'THEY_COLLECT', 'WE_COLLECT'));
