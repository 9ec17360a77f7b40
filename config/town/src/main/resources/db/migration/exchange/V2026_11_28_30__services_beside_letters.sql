-- What this office may use at another (利用を認められたサービス); what the other may use here stands in services.
ALTER TABLE exc_peer ADD COLUMN asked text[] NOT NULL DEFAULT '{document}';

-- What programs read travels with a letter.
ALTER TABLE exc_parcel ADD COLUMN service_version int NOT NULL DEFAULT 0 CHECK (service_version >= 0);
ALTER TABLE exc_parcel ADD COLUMN service_content bytea;
ALTER TABLE exc_parcel ADD CONSTRAINT exc_parcel_service CHECK ((service_version > 0) = (service_content IS NOT NULL));

-- Parts that wait beside a draft until it leaves.
CREATE TABLE exc_service_part (
    draft_id    uuid PRIMARY KEY,
    service     text NOT NULL CHECK (service ~ '^[a-z][a-z0-9-]{0,39}$' AND service <> 'document'),
    version     int NOT NULL CHECK (version > 0),
    content     bytea NOT NULL,
    at          timestamptz NOT NULL
);

-- Uses end after their days.
CREATE INDEX exc_use_oldest ON exc_use (at);
