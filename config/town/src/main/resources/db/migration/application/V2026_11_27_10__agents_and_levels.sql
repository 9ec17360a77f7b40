-- Under a mandate the application is the principal's; who acted is named on the sheet. A draft opens to whoever is known as surely
-- as its owner was when it was begun; of older drafts, and of those that a node of the release before begins, no more is known
-- than an address.
alter table apl_bundle add column agent_name text check (agent_name is null or mandate_id is not null);
alter table apl_draft add column opened_with text not null default 'MAIL'
    check (opened_with in ('NONE', 'MAIL', 'PASSWORD', 'TWO_FACTOR', 'CARD'));
