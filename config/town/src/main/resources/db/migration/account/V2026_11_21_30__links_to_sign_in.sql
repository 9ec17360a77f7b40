-- Whoever has only a mail address comes in by a link; the account it opens has no password.
alter table acc_mail_token drop constraint acc_mail_token_purpose_check;
alter table acc_mail_token add constraint acc_mail_token_purpose_check
    check (purpose in ('REGISTER', 'CONFIRM_ADDRESS', 'RESET_PASSWORD', 'SIGN_IN'));
alter table acc_mail_token drop constraint acc_mail_token_check1;
alter table acc_mail_token add constraint acc_mail_token_owner
    check ((purpose in ('REGISTER', 'SIGN_IN')) = (account_id is null));
