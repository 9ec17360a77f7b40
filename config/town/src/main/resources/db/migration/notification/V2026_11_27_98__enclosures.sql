-- What is enclosed in a mail, until it is sent.

CREATE TABLE ntf_enclosure (
    notice_id   uuid NOT NULL REFERENCES ntf_notice (id),
    position    integer NOT NULL,
    name        text NOT NULL CHECK (name <> ''),
    media_type  text NOT NULL,
    content     bytea NOT NULL,
    PRIMARY KEY (notice_id, position)
);
