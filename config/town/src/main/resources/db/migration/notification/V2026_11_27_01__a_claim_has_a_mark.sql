-- Which claim a mail is held by: a sender that was slow must not send what another has taken over meanwhile.

ALTER TABLE ntf_delivery ADD COLUMN claim uuid;
COMMENT ON COLUMN ntf_delivery.claim IS 'mark of the latest claim; whoever holds another one has lost the mail';
