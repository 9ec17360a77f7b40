-- What this office publishes for agreed offices (公開簿): one row for each list, with its latest serial number.
CREATE TABLE exc_publication (
    name        text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$' AND name <> 'document'),
    serial      bigint NOT NULL CHECK (serial >= 0)
);

-- Each state of a list has a mark of its own. Whoever names a state that was never here is told so.
CREATE TABLE exc_publication_state (
    name        text NOT NULL REFERENCES exc_publication,
    serial      bigint NOT NULL CHECK (serial > 0),
    mark        text NOT NULL CHECK (mark ~ '^[0-9a-f]{32}$'),
    at          timestamptz NOT NULL,
    PRIMARY KEY (name, serial)
);

-- The items as they stand; a withdrawn one stays as a row without content, so that copies hear of it.
CREATE TABLE exc_published (
    name        text NOT NULL REFERENCES exc_publication,
    item        text NOT NULL CHECK (item ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    serial      bigint NOT NULL,
    content     bytea CHECK (length(content) BETWEEN 1 AND 393216),
    PRIMARY KEY (name, item),
    UNIQUE (name, serial),
    FOREIGN KEY (name, serial) REFERENCES exc_publication_state
);

-- Copies of what other offices publish, and when each is asked for again (写し).
CREATE TABLE exc_copy (
    peer        text NOT NULL REFERENCES exc_peer,
    name        text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
    state       text NOT NULL DEFAULT '0' CHECK (state ~ '^(0|[1-9][0-9]{0,17}-[0-9a-f]{32})$'),
    as_of       timestamptz,
    next_at     timestamptz NOT NULL,
    attempts    int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    problem     text,
    PRIMARY KEY (peer, name),
    CHECK (state = '0' OR as_of IS NOT NULL)
);
CREATE INDEX exc_copy_due ON exc_copy (next_at);

-- The signed pages of which a copy was made: what anybody can check without either office.
CREATE TABLE exc_copy_page (
    peer        text NOT NULL,
    name        text NOT NULL,
    id          uuid NOT NULL,
    serial      bigint NOT NULL CHECK (serial >= 0),
    empty       boolean NOT NULL,
    content     bytea NOT NULL,
    taken_at    timestamptz NOT NULL,
    PRIMARY KEY (peer, name, id),
    FOREIGN KEY (peer, name) REFERENCES exc_copy
);
