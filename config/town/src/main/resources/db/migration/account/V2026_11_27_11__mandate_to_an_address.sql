-- A mandate is offered to a mail address, whoever has it: nobody learns by it who has an account. It weighs as much as its
-- giver was known; of those given before nothing more is known than an address. A node of the release before goes on naming
-- the agent at once.
alter table acc_mandate alter column agent_account_id drop not null;
alter table acc_mandate add column agent_mail varchar(254);
alter table acc_mandate add column given_with varchar(12) not null default 'MAIL'
    check (given_with in ('NONE', 'MAIL', 'PASSWORD', 'TWO_FACTOR', 'CARD'));
update acc_mandate m set agent_mail = a.mail from acc_account a where a.id = m.agent_account_id;
update acc_mandate set agent_account_id = null where state = 'OFFERED' and agent_mail is not null;
alter table acc_mandate add constraint acc_mandate_agent_known check (agent_account_id is not null or agent_mail is not null);
alter table acc_mandate add constraint acc_mandate_standing_has_agent check (state <> 'STANDING' or agent_account_id is not null);
create index acc_mandate_offered on acc_mandate (lower(agent_mail)) where agent_account_id is null;
