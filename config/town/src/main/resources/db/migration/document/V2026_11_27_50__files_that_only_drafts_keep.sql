-- Bytes that came for drafts alone go when no draft and no record uses them any more. Whatever else keeps a file, keeps it for good.

CREATE TABLE doc_file_use (
    id      uuid PRIMARY KEY,
    sha256  text NOT NULL REFERENCES doc_file (sha256)
);
CREATE INDEX doc_file_use_sha256 ON doc_file_use (sha256);
COMMENT ON TABLE doc_file_use IS 'somebody outside of the register who needs the file: an attachment of a draft or of what was sent';

CREATE TABLE doc_lent_file (
    sha256   text PRIMARY KEY REFERENCES doc_file (sha256),
    kept_at  timestamptz NOT NULL
);
CREATE INDEX doc_lent_file_kept_at ON doc_lent_file (kept_at);
COMMENT ON TABLE doc_lent_file IS 'files that were kept for such uses alone; the row is locked by whoever keeps the same bytes and by whoever sweeps them';
