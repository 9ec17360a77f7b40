-- A signature on its way: the portal asks for it, the card software delivers it, the portal takes it once.

create table acc_signing (
    state_hash   bytea         primary key check (octet_length(state_hash) = 32),
    version      bigint        not null default 0,
    account_id   uuid          not null references acc_account,
    digest       bytea         not null check (octet_length(digest) = 32),
    return_path  varchar(500)  not null check (return_path like '/%'),
    certificate  varchar(8000),
    signature    varchar(2000),
    created_at   timestamptz   not null,
    expires_at   timestamptz   not null,
    taken_at     timestamptz,
    check ((certificate is null) = (signature is null))
);
create index acc_signing_account on acc_signing (account_id);
create index acc_signing_expires on acc_signing (expires_at);
