-- Notices (通知): ordered inside a deed, kept in the portal's inbox, sent by mail after the commit.

CREATE TABLE ntf_notice (
    id          uuid PRIMARY KEY,
    once_key    text NOT NULL UNIQUE,
    account_id  uuid,
    language    text NOT NULL CHECK (language IN ('ja', 'ja-easy', 'en')),
    template    text NOT NULL,
    subject     text NOT NULL,
    body        text NOT NULL,
    mail_body   text,
    link        text,
    ordered_at  timestamptz NOT NULL,
    read_at     timestamptz
);
CREATE INDEX ntf_notice_account ON ntf_notice (account_id, ordered_at DESC) WHERE account_id IS NOT NULL;
CREATE INDEX ntf_notice_unread ON ntf_notice (account_id) WHERE account_id IS NOT NULL AND read_at IS NULL;
COMMENT ON COLUMN ntf_notice.once_key IS 'the occasion: the same occasion ordered again changes nothing';
COMMENT ON COLUMN ntf_notice.mail_body IS 'what the mail says; emptied once the mail is sent, for it may carry a link with a secret';

CREATE TABLE ntf_delivery (
    notice_id        uuid PRIMARY KEY REFERENCES ntf_notice (id),
    version          bigint NOT NULL DEFAULT 0,
    address          text NOT NULL,
    domain           text NOT NULL,
    state            text NOT NULL CHECK (state IN ('WAITING', 'CLAIMED', 'HANDED_OVER', 'SENT', 'UNSURE', 'FAILED')),
    attempts         integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at  timestamptz NOT NULL,
    claimed_at       timestamptz,
    sent_at          timestamptz,
    problem          text,
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
    CHECK (state NOT IN ('CLAIMED', 'HANDED_OVER') OR claimed_at IS NOT NULL)
);
CREATE INDEX ntf_delivery_due ON ntf_delivery (domain, next_attempt_at) WHERE state = 'WAITING';
CREATE INDEX ntf_delivery_open ON ntf_delivery (state, claimed_at) WHERE state <> 'SENT';
COMMENT ON COLUMN ntf_delivery.state IS
    'CLAIMED: a sender has it, nothing left the house; HANDED_OVER: its words are on the wire; UNSURE: the sender died there, so nobody sends again by himself';
