-- Accounts and identity (利用者・認証). Account, card and ledger person are three things, joined by dated links.

create table acc_secret (
    name       varchar(40) primary key,
    value      bytea       not null check (octet_length(value) = 32),
    created_at timestamptz not null
);
comment on table acc_secret is 'Server keys: seal of forms, encryption of one-time secrets. Made on first use, never shown.';

create table acc_account (
    id            uuid         primary key,
    version       bigint       not null default 0,
    display_name  varchar(100) not null check (length(trim(display_name)) > 0),
    mail          varchar(254),
    pending_mail  varchar(254),
    language      varchar(10)  not null default 'ja' check (language in ('ja', 'ja-easy', 'en')),
    state         varchar(10)  not null check (state in ('OPEN', 'CLOSED')),
    password_hash varchar(200),
    created_at    timestamptz  not null,
    closed_at     timestamptz,
    check ((state = 'CLOSED') = (closed_at is not null))
);
-- A verified address belongs to one open account; letters of either case are the same address.
create unique index acc_account_mail on acc_account (lower(mail)) where mail is not null;

create table acc_mail_token (
    token_hash   bytea        primary key check (octet_length(token_hash) = 32),
    purpose      varchar(20)  not null check (purpose in ('REGISTER', 'CONFIRM_ADDRESS', 'RESET_PASSWORD')),
    account_id   uuid         references acc_account,
    mail         varchar(254) not null,
    display_name varchar(100),
    language     varchar(10)  not null,
    password_hash varchar(200),
    created_at   timestamptz  not null,
    expires_at   timestamptz  not null,
    used_at      timestamptz,
    version      bigint       not null default 0,
    check (expires_at > created_at),
    check ((purpose = 'REGISTER') = (account_id is null))
);
create index acc_mail_token_account on acc_mail_token (account_id);
create index acc_mail_token_expires on acc_mail_token (expires_at);

create table acc_totp (
    owner_id     uuid        primary key,
    secret       bytea       not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0,
    created_at   timestamptz not null,
    version      bigint      not null default 0
);
comment on column acc_totp.owner_id is 'an account, or a member of staff';
comment on column acc_totp.secret is 'AES-GCM under a server key';

create table acc_recovery_code (
    id         uuid        primary key,
    owner_id   uuid        not null references acc_totp on delete cascade,
    code_hash  bytea       not null check (octet_length(code_hash) = 32),
    used_at    timestamptz,
    version    bigint      not null default 0,
    unique (owner_id, code_hash)
);

create table acc_card (
    id            uuid         primary key,
    version       bigint       not null default 0,
    account_id    uuid         not null references acc_account,
    issuer        varchar(300) not null,
    serial        varchar(64)  not null,
    subject       varchar(300) not null,
    fingerprint   varchar(64)  not null,
    valid_until   timestamptz  not null,
    registered_at timestamptz  not null,
    removed_at    timestamptz
);
create unique index acc_card_standing on acc_card (issuer, serial) where removed_at is null;
create index acc_card_account on acc_card (account_id);

create table acc_card_person (
    issuer    varchar(300) not null,
    serial    varchar(64)  not null,
    person_id uuid         not null,
    primary key (issuer, serial)
);
create index acc_card_person_person on acc_card_person (person_id);
comment on table acc_card_person is
    'Stands in for the serial number link (発行番号紐付け) that J-LIS answers: which ledger person holds the card.';

create table acc_link (
    id         uuid        primary key,
    version    bigint      not null default 0,
    account_id uuid        not null references acc_account,
    person_id  uuid        not null,
    how        varchar(20) not null check (how in ('MOVE', 'CARD_SERIAL', 'COUNTER')),
    linked_at  timestamptz not null,
    ended_at   timestamptz
);
create unique index acc_link_standing_account on acc_link (account_id) where ended_at is null;
create unique index acc_link_standing_person on acc_link (person_id) where ended_at is null;

create table acc_mandate (
    id                   uuid        primary key,
    version              bigint      not null default 0,
    principal_account_id uuid        not null references acc_account,
    agent_account_id     uuid        not null references acc_account,
    procedures           varchar(60)[] not null default '{}',
    valid_from           date        not null,
    valid_until          date        not null,
    state                varchar(10) not null check (state in ('OFFERED', 'STANDING', 'DECLINED', 'REVOKED')),
    created_at           timestamptz not null,
    changed_at           timestamptz not null,
    check (valid_until >= valid_from),
    check (principal_account_id <> agent_account_id)
);
create index acc_mandate_principal on acc_mandate (principal_account_id);
create index acc_mandate_agent on acc_mandate (agent_account_id);

create table acc_staff_login (
    staff_id      uuid         primary key,
    version       bigint       not null default 0,
    number        varchar(20)  not null,
    password_hash varchar(200) not null,
    changed_at    timestamptz  not null,
    closed_at     timestamptz
);
create unique index acc_staff_login_number on acc_staff_login (lower(number));

create table acc_session (
    id           uuid         primary key,
    version      bigint       not null default 0,
    token_hash   bytea        not null unique check (octet_length(token_hash) = 32),
    zone         varchar(10)  not null check (zone in ('PORTAL', 'OFFICE')),
    account_id   uuid         references acc_account,
    staff_id     uuid,
    stage        varchar(20)  not null check (stage in ('SECOND_FACTOR', 'OPEN')),
    assurance    varchar(12)  not null check (assurance in ('NONE', 'MAIL', 'PASSWORD', 'TWO_FACTOR', 'CARD')),
    origin       varchar(64)  not null,
    agent        varchar(120) not null,
    created_at   timestamptz  not null,
    used_at      timestamptz  not null,
    ends_at      timestamptz  not null,
    ended_at     timestamptz,
    check ((zone = 'PORTAL') = (account_id is not null)),
    check ((zone = 'OFFICE') = (staff_id is not null)),
    check (ends_at > created_at)
);
create index acc_session_account on acc_session (account_id) where ended_at is null;
create index acc_session_staff on acc_session (staff_id) where ended_at is null;
create index acc_session_ends on acc_session (ends_at);

create table acc_attempt (
    subject      varchar(100) primary key,
    failures     integer      not null check (failures >= 0),
    lockouts     integer      not null default 0 check (lockouts >= 0),
    window_start timestamptz  not null,
    locked_until timestamptz
);
create index acc_attempt_window on acc_attempt (window_start);
comment on column acc_attempt.subject is 'kind and hash: account, staff number, network address';

create table acc_handover (
    id          uuid         primary key,
    version     bigint       not null default 0,
    state_hash  bytea        not null unique check (octet_length(state_hash) = 32),
    token_hash  bytea        unique check (octet_length(token_hash) = 32),
    return_to   varchar(300) not null,
    account_id  uuid         references acc_account,
    issuer      varchar(300),
    serial      varchar(64),
    subject     varchar(300),
    fingerprint varchar(64),
    valid_until timestamptz,
    created_at  timestamptz  not null,
    expires_at  timestamptz  not null,
    used_at     timestamptz
);
create index acc_handover_expires on acc_handover (expires_at);
comment on table acc_handover is 'One way from the portal to the card listener and back: state out, one-time token home.';

create table acc_signature_evidence (
    id           uuid         primary key,
    subject_type varchar(30)  not null,
    subject_id   uuid         not null,
    account_id   uuid,
    digest       bytea        not null check (octet_length(digest) = 32),
    certificate  bytea        not null,
    signature    bytea        not null,
    issuer       varchar(300) not null,
    serial       varchar(64)  not null,
    answer       varchar(20)  not null check (answer in ('VALID')),
    list_issued  timestamptz  not null,
    list_next    timestamptz  not null,
    list_sha256  bytea        not null check (octet_length(list_sha256) = 32),
    checked_at   timestamptz  not null
);
create index acc_signature_evidence_subject on acc_signature_evidence (subject_type, subject_id);
comment on table acc_signature_evidence is
    'What was seen when a signature was accepted: the certificate, the revocation list that was asked, the moment.';

create table acc_parked_post (
    id         uuid         primary key,
    version    bigint       not null default 0,
    account_id uuid         not null references acc_account,
    path       varchar(500) not null check (path like '/%'),
    body       bytea        not null check (octet_length(body) <= 1100000),
    created_at timestamptz  not null,
    expires_at timestamptz  not null,
    taken_at   timestamptz
);
create index acc_parked_post_account on acc_parked_post (account_id) where taken_at is null;
create index acc_parked_post_expires on acc_parked_post (expires_at);
comment on table acc_parked_post is 'What was sent on an expired session, encrypted, until the same person signs in again.';
