-- Who calls whom. Between most offices each calls the other; one that cannot be called collects what waits for it.
ALTER TABLE exc_peer ADD COLUMN way text NOT NULL DEFAULT 'BOTH_CALL' CHECK (way IN ('BOTH_CALL', 'THEY_COLLECT', 'WE_COLLECT'));
ALTER TABLE exc_peer ADD COLUMN collect_at timestamptz;
CREATE INDEX exc_parcel_waiting ON exc_parcel (peer, ordered_at, id) WHERE state IN ('SEALED', 'HANDED_OVER');
COMMENT ON COLUMN exc_peer.collect_at IS 'WE_COLLECT: when they are asked next what waits for this office; null: now';
