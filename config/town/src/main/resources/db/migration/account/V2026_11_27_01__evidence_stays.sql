-- What proves a signature is kept as it was found.

REVOKE UPDATE, DELETE, TRUNCATE ON acc_signature_evidence FROM "${app}";
