-- Letters leave by the exchange of documents too; which office gets one is known to the exchange, by the id of the delivery.
ALTER TABLE doc_delivery DROP CONSTRAINT doc_delivery_channel_check;
ALTER TABLE doc_delivery ADD CONSTRAINT doc_delivery_channel_check CHECK (channel IN ('INBOX', 'MAIL', 'POST', 'EXCHANGE', 'NOTICE'));
