-- Who asks for a copy holds it until then; whoever hurries it meanwhile changes nothing.
ALTER TABLE exc_copy ADD COLUMN claimed_until timestamptz;
-- When it was last asked for, and when it was last begun anew because the publisher no longer knew the state of the copy.
ALTER TABLE exc_copy ADD COLUMN tried_at timestamptz;
ALTER TABLE exc_copy ADD COLUMN reread_at timestamptz;

-- Verified pages of a copy that is being read wait for the last one here: those with a place. Without a place they were taken.
ALTER TABLE exc_copy_page ADD COLUMN place int CHECK (place >= 0);
ALTER TABLE exc_copy_page ADD COLUMN since text CHECK (since ~ '^(0|[1-9][0-9]{0,17}-[0-9a-f]{32})$');
ALTER TABLE exc_copy_page ADD COLUMN state text CHECK (state ~ '^(0|[1-9][0-9]{0,17}-[0-9a-f]{32})$');
ALTER TABLE exc_copy_page ADD COLUMN at timestamptz;
-- Keys of the items whose contents stand in the page; null in pages taken before this was noted, which may tell of any.
ALTER TABLE exc_copy_page ADD COLUMN told text[];
ALTER TABLE exc_copy_page ADD CHECK (place IS NULL OR since IS NOT NULL AND state IS NOT NULL AND at IS NOT NULL);
CREATE UNIQUE INDEX exc_copy_page_read ON exc_copy_page (peer, name, place) WHERE place IS NOT NULL;
CREATE INDEX exc_copy_page_told ON exc_copy_page USING gin (told);

-- Bytes of all pages of a copy, waiting and taken: what an office can make this one keep has an end.
ALTER TABLE exc_copy ADD COLUMN kept bigint NOT NULL DEFAULT 0 CHECK (kept >= 0);
UPDATE exc_copy c SET kept = (SELECT coalesce(sum(length(p.content)), 0) FROM exc_copy_page p WHERE p.peer = c.peer AND p.name = c.name);

-- Serial of the last change since which nothing may stay of what was told of the item before: an address in it is hidden since.
ALTER TABLE exc_published ADD COLUMN forget bigint CHECK (forget > 0 AND forget <= serial);
