-- A family that asks for protection (支援措置) when it moves in is protected from the moment it is in the ledger, before anybody is told of the move.
ALTER TABLE res_entry ADD COLUMN protection_asked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN res_entry.protection_asked IS '転入とともに支援措置の申出がある';
