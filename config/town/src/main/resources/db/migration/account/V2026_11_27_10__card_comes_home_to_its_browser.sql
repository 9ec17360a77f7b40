-- The way of a card ends in the browser in which it began. What a node of the release before begins has no such secret and
-- is begun again by its owner.
alter table acc_handover add column browser_hash bytea check (octet_length(browser_hash) = 32);
comment on column acc_handover.browser_hash is 'secret in the cookie of the browser that began';
