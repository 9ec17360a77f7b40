-- Letters after an inquiry that left: reminders (督促) and other days (期限の延長); one at a time is under way.
CREATE TABLE inq_follow_up (
    draft_id    uuid PRIMARY KEY,
    inquiry     uuid NOT NULL REFERENCES inq_inquiry ON DELETE CASCADE,
    kind        text NOT NULL CHECK (kind IN ('REMINDER', 'EXTENSION')),
    deadline    date,
    drafted_at  timestamptz NOT NULL,
    record_id   uuid,
    number      text,
    sent_at     timestamptz,
    version     bigint NOT NULL DEFAULT 0,
    CHECK ((kind = 'EXTENSION') = (deadline IS NOT NULL)),
    CHECK ((record_id IS NULL) = (sent_at IS NULL)),
    CHECK ((record_id IS NULL) = (number IS NULL))
);
CREATE UNIQUE INDEX inq_follow_up_open ON inq_follow_up (inquiry) WHERE record_id IS NULL;
CREATE INDEX inq_follow_up_inquiry ON inq_follow_up (inquiry, drafted_at);

-- When an office was reminded last.
ALTER TABLE inq_office ADD COLUMN reminded_at timestamptz;

-- When the very same came once more, and when the day became another one.
ALTER TABLE inq_asked ADD COLUMN reminded_at timestamptz;
ALTER TABLE inq_asked ADD COLUMN extended_at timestamptz;

-- Notices about days (期限の知らせ): each occasion is told once, by the day it is about.
CREATE TABLE inq_day_notice (
    subject     uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('ASKED_NEAR', 'ASKED_OVER', 'OWN_NEAR', 'OWN_OVER')),
    deadline    date NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (subject, kind, deadline)
);
CREATE INDEX inq_inquiry_open_day ON inq_inquiry (deadline) WHERE state = 'SENT';
CREATE INDEX inq_asked_open_day ON inq_asked (deadline) WHERE state <> 'ANSWERED';
