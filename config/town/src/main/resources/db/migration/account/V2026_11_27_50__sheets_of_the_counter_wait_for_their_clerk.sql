-- What a clerk sent on an expired session waits for the same clerk in the same post, as a resident's form waits for its account.
alter table acc_parked_post
    alter column account_id drop not null,
    add column staff_id uuid,
    add column post text,
    add constraint acc_parked_post_one_owner check (num_nonnulls(account_id, staff_id) = 1),
    add constraint acc_parked_post_of_a_post check ((staff_id is null) = (post is null));
create index acc_parked_post_staff on acc_parked_post (staff_id) where taken_at is null;
