-- What the archive keeps leaves as a package: when it was made last, and the bytes that its receipt speaks of.

ALTER TABLE doc_disposal_item ADD COLUMN packed_at timestamptz;
ALTER TABLE doc_disposal_item ADD COLUMN packed_sha256 text CHECK (packed_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE doc_disposal_item ADD CONSTRAINT doc_disposal_item_packed_whole CHECK ((packed_at IS NULL) = (packed_sha256 IS NULL));
