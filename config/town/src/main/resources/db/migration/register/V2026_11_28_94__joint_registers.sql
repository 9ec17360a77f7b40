-- Entries of joint registers (共同名簿): those of this office, and copies of what agreed others publish. What an entry says is kept as it travels.
CREATE TABLE reg_entry (
    register         text NOT NULL CHECK (register IN ('VENDOR', 'FACILITY_USER')),
    office           text NOT NULL CHECK (office ~ '^[0-9]{6}$'),
    number           text NOT NULL CHECK (number ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    own              boolean NOT NULL,
    once             uuid UNIQUE,
    version          bigint NOT NULL CHECK (version > 0),
    name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    folded           text NOT NULL,
    pairs            text[] NOT NULL,
    corporate_number text CHECK (corporate_number ~ '^[0-9]{13}$'),
    valid_from       date,
    valid_until      date NOT NULL,
    withheld         boolean NOT NULL DEFAULT false,
    withdrawn_at     timestamptz,
    content          bytea NOT NULL,
    PRIMARY KEY (register, office, number),
    CHECK (valid_from IS NULL OR valid_from <= valid_until),
    CHECK (register = 'VENDOR' OR corporate_number IS NULL AND valid_from IS NULL),
    CHECK (own OR NOT withheld),
    CHECK (own OR once IS NULL)
);
-- A name of strange signs may be very long in the form in which it is looked for; an index has room for its begin.
CREATE INDEX reg_entry_by_name ON reg_entry (register, (withdrawn_at IS NOT NULL), left(folded, 100), office, number);
CREATE INDEX reg_entry_by_number ON reg_entry (upper(number));
-- Persons whose time is over.
CREATE INDEX reg_entry_by_end ON reg_entry (register, valid_until);
CREATE INDEX reg_entry_by_withdrawal ON reg_entry (register, withdrawn_at) WHERE withdrawn_at IS NOT NULL;
-- Each two signs of what it is found by: any part of a word of two signs is found without reading all.
CREATE INDEX reg_entry_by_pairs ON reg_entry USING gin (pairs);
-- A corporation stands once in the register that this office keeps.
CREATE UNIQUE INDEX reg_entry_corporation ON reg_entry (register, corporate_number) WHERE own AND withdrawn_at IS NULL;

-- How each entry stood after each change; without content it was taken off.
CREATE TABLE reg_change (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    register         text NOT NULL,
    office           text NOT NULL,
    number           text NOT NULL,
    at               timestamptz NOT NULL,
    who              text,
    deed             text NOT NULL CHECK (deed IN ('ENTERED', 'CHANGED', 'SUSPENDED', 'LIFTED', 'WITHDRAWN', 'COPIED')),
    reason           text CHECK (length(reason) BETWEEN 1 AND 500),
    content          bytea,
    FOREIGN KEY (register, office, number) REFERENCES reg_entry ON DELETE CASCADE,
    CHECK ((content IS NULL) = (deed = 'WITHDRAWN'))
);
CREATE INDEX reg_change_of ON reg_change (register, office, number, id);

-- The latest place in each register that this office keeps.
CREATE TABLE reg_place (
    register         text PRIMARY KEY CHECK (register IN ('VENDOR', 'FACILITY_USER')),
    last             int NOT NULL CHECK (last > 0)
);

-- One node at a time looks whether others may know less than they were told.
CREATE TABLE reg_round (
    one              boolean PRIMARY KEY CHECK (one),
    until            timestamptz NOT NULL
);
