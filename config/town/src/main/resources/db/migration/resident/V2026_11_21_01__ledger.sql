-- The resident ledger (住民基本台帳): persons, households, addresses, events, protection, places.
-- Spans are half open: valid_from is the first day, valid_until the first day no longer, null while it lasts.
-- Provisional entries (仮登録) live in tables of their own: nothing that reads the ledger can meet them.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Folding for search: width, case, kana, variation sequences and the commonest variant characters. Never for display.
CREATE FUNCTION res_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    translate(
        lower(regexp_replace(normalize(words, NFKC), '[\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g')),
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ' || '髙﨑嵜邉邊齋齊德濵濱𠮷曻桒槗嶋嶌澤廣國櫻眞瀨惠榮龍冨淺條萬',
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ' || '高崎崎辺辺斎斉徳浜浜吉昇桑橋島島沢広国桜真瀬恵栄竜富浅条万');

-- The same for addresses: figures in kanji become digits, 丁目・番地 become hyphens.
CREATE FUNCTION res_fold_address(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    rtrim(regexp_replace(
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(
            translate(res_fold(regexp_replace(words, '\s+', '', 'g')), '〇一二三四五六七八九', '0123456789'),
            '([1-9])十([1-9])', '\1\2', 'g'), '([1-9])十', '\10', 'g'), '十([1-9])', '1\1', 'g'), '十', '10', 'g'),
        '丁目|番地の|番地|番(?=[0-9])', '-', 'g'), '-');

CREATE FUNCTION res_person_tokens(name text, kana text, roman_name text, number text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    array_to_tsvector(array_remove(
        regexp_split_to_array(res_fold(name), '\s+')
        || regexp_split_to_array(res_fold(kana), '\s+')
        || regexp_split_to_array(res_fold(coalesce(roman_name, '')), '\s+')
        || regexp_replace(res_fold(name), '\s+', '', 'g')
        || regexp_replace(res_fold(kana), '\s+', '', 'g')
        || number, ''));

CREATE FUNCTION res_address_tokens(line text, place text, lot text, building text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    array_to_tsvector(array_remove(ARRAY[
        res_fold_address(line), res_fold_address(place || lot), res_fold_address(coalesce(building, ''))], ''));

-- One word as a query for whatever begins with it.
CREATE FUNCTION res_beginning_with(folded text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    ('''' || replace(replace(folded, '\', '\\'), '''', '''''') || ''':*')::tsquery;

-- Modulus 11, weights 2 to 7 from the right; remainders 0 and 1 give 0 (住民記録システム標準仕様書 1.1.13).
CREATE FUNCTION res_check_digit_holds(number text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    right(number, 1)::integer = (
        SELECT CASE WHEN sum(figure * weight) % 11 <= 1 THEN 0 ELSE 11 - sum(figure * weight) % 11 END
        FROM (SELECT substr(number, length(number) - place, 1)::integer AS figure, (place - 1) % 6 + 2 AS weight
              FROM generate_series(1, length(number) - 1) AS place) AS figures);

CREATE SEQUENCE res_person_serial;
CREATE SEQUENCE res_household_serial;

CREATE TABLE res_municipality (
    code        text PRIMARY KEY CHECK (code ~ '^[0-9]{6}$'),
    prefecture  text NOT NULL,
    name        text NOT NULL,
    kana        text NOT NULL
);

CREATE TABLE res_postal_code (
    code          text NOT NULL CHECK (code ~ '^[0-9]{7}$'),
    prefecture    text NOT NULL,
    municipality  text NOT NULL,
    place         text NOT NULL,
    PRIMARY KEY (code, prefecture, municipality, place)
);

CREATE TABLE res_place (
    code         text PRIMARY KEY,
    name         text NOT NULL UNIQUE,
    postal_code  text NOT NULL CHECK (postal_code ~ '^[0-9]{7}$'),
    latitude     numeric(9, 6) NOT NULL CHECK (latitude BETWEEN 20 AND 46),
    longitude    numeric(9, 6) NOT NULL CHECK (longitude BETWEEN 122 AND 154),
    folded       text NOT NULL GENERATED ALWAYS AS (res_fold_address(name)) STORED,
    valid_from   date NOT NULL,
    valid_until  date CHECK (valid_until > valid_from)
);
CREATE INDEX res_place_folded ON res_place (folded text_pattern_ops);
COMMENT ON TABLE res_place IS '町字 of this town';

CREATE TABLE res_person (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL,
    number           text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{10}$' AND res_check_digit_holds(number)),
    name             text NOT NULL CHECK (name <> ''),
    kana             text NOT NULL CHECK (kana <> ''),
    roman_name       text CHECK (roman_name <> ''),
    birth_date       date NOT NULL,
    sex              text NOT NULL CHECK (sex IN ('1', '2', '9')),
    nationality      text NOT NULL CHECK (nationality ~ '^[A-Z]{3}$'),
    became_resident  date NOT NULL,
    left_on          date,
    name_key         text NOT NULL GENERATED ALWAYS AS (regexp_replace(res_fold(name), '\s+', '', 'g')) STORED,
    tokens           tsvector NOT NULL GENERATED ALWAYS AS (res_person_tokens(name, kana, roman_name, number)) STORED,
    CHECK (nationality = 'JPN' OR roman_name IS NOT NULL),
    CHECK (birth_date <= became_resident),
    CHECK (left_on >= became_resident)
);
CREATE INDEX res_person_birth ON res_person (birth_date, name_key);
CREATE INDEX res_person_kana ON res_person (kana, id);
CREATE INDEX res_person_tokens ON res_person USING gin (tokens);
COMMENT ON COLUMN res_person.number IS '宛名番号: nine digits in sequence and a check digit';
COMMENT ON COLUMN res_person.sex IS '1 male, 2 female, 9 other or unknown';

CREATE TABLE res_household (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    number        text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{10}$' AND res_check_digit_holds(number)),
    formed_on     date NOT NULL,
    dissolved_on  date CHECK (dissolved_on >= formed_on)
);

CREATE TABLE res_membership (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    household_id  uuid NOT NULL REFERENCES res_household (id),
    person_id     uuid NOT NULL REFERENCES res_person (id),
    relationship  text NOT NULL CHECK (relationship ~
        '^(世帯主|縁故者|同居人|(夫|妻|夫（未届）|妻（未届）|子|子（子の夫）|子（子の妻）|父|母|兄|姉|弟|妹)(の(夫|妻|夫（未届）|妻（未届）|子|子（子の夫）|子（子の妻）|父|母|兄|姉|弟|妹)){0,3})$'),
    valid_from    date NOT NULL,
    valid_until   date CHECK (valid_until >= valid_from),
    CONSTRAINT res_one_household_at_a_time
        EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_until) WITH &&)
);
CREATE INDEX res_membership_household ON res_membership (household_id);
CREATE INDEX res_membership_person ON res_membership (person_id) WHERE valid_until IS NULL;
CREATE UNIQUE INDEX res_one_head_of_household ON res_membership (household_id)
    WHERE relationship = '世帯主' AND valid_until IS NULL;
COMMENT ON COLUMN res_membership.relationship IS '続柄 (標準仕様書 1.1.11): at most four generations joined by の';

CREATE TABLE res_address (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL,
    person_id    uuid NOT NULL REFERENCES res_person (id),
    place_code   text NOT NULL REFERENCES res_place (code),
    postal_code  text NOT NULL CHECK (postal_code ~ '^[0-9]{7}$'),
    place        text NOT NULL,
    lot          text NOT NULL,
    building     text CHECK (building <> ''),
    line         text NOT NULL,
    valid_from   date NOT NULL,
    valid_until  date CHECK (valid_until >= valid_from),
    tokens       tsvector NOT NULL GENERATED ALWAYS AS (res_address_tokens(line, place, lot, building)) STORED,
    CONSTRAINT res_one_address_at_a_time
        EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_until) WITH &&)
);
CREATE INDEX res_address_person ON res_address (person_id) WHERE valid_until IS NULL;
CREATE INDEX res_address_place ON res_address (place_code) WHERE valid_until IS NULL;
CREATE INDEX res_address_tokens ON res_address USING gin (tokens) WHERE valid_until IS NULL;

CREATE TABLE res_event (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    reason        text NOT NULL,
    event_date    date NOT NULL,
    notified_on   date,
    state         text NOT NULL CHECK (state IN ('PROVISIONAL', 'FINAL', 'WITHDRAWN')),
    cause_id      uuid UNIQUE,
    entered_at    timestamptz NOT NULL,
    entered_by    text NOT NULL,
    processed_at  timestamptz,
    processed_by  text,
    remark        text,
    CHECK (event_date <= (entered_at AT TIME ZONE 'Asia/Tokyo')::date OR state <> 'FINAL'
        OR reason IN ('MOVE_OUT', 'MOVE_ABROAD')),
    CHECK ((state = 'PROVISIONAL') = (processed_at IS NULL)),
    CHECK ((processed_at IS NULL) = (processed_by IS NULL))
);
CREATE INDEX res_event_provisional ON res_event (entered_at) WHERE state = 'PROVISIONAL';
COMMENT ON TABLE res_event IS '異動: entered provisionally (仮登録), then final (本登録) or withdrawn; 処理日 is the day of processed_at';

CREATE TABLE res_event_person (
    event_id   uuid NOT NULL REFERENCES res_event (id),
    person_id  uuid NOT NULL REFERENCES res_person (id),
    PRIMARY KEY (event_id, person_id)
);
CREATE INDEX res_event_person_person ON res_event_person (person_id);

CREATE TABLE res_entry (
    event_id          uuid PRIMARY KEY REFERENCES res_event (id),
    household_id      uuid NOT NULL,
    parent_id         uuid REFERENCES res_person (id),
    postal_code       text CHECK (postal_code ~ '^[0-9]{7}$'),
    place             text,
    lot               text,
    building          text CHECK (building <> ''),
    previous_address  text,
    CHECK (num_nulls(postal_code, place, lot, previous_address) IN (0, 4)),
    CHECK ((parent_id IS NULL) = (place IS NOT NULL))
);
COMMENT ON TABLE res_entry IS 'what was entered with an event: an address for a move, a parent of the same household for a birth';

CREATE TABLE res_entry_person (
    event_id      uuid NOT NULL REFERENCES res_entry (event_id),
    position      integer NOT NULL CHECK (position >= 0),
    person_id     uuid NOT NULL UNIQUE,
    account_id    uuid,
    name          text NOT NULL CHECK (name <> ''),
    kana          text NOT NULL CHECK (kana <> ''),
    roman_name    text CHECK (roman_name <> ''),
    birth_date    date NOT NULL,
    sex           text NOT NULL CHECK (sex IN ('1', '2', '9')),
    relationship  text NOT NULL,
    nationality   text NOT NULL CHECK (nationality ~ '^[A-Z]{3}$'),
    PRIMARY KEY (event_id, position)
);

CREATE TABLE res_protection (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL,
    applicant_id    uuid NOT NULL REFERENCES res_person (id),
    provisional     boolean NOT NULL,
    starts_on       date NOT NULL,
    ends_on         date NOT NULL CHECK (ends_on > starts_on),
    adversary_name  text CHECK (adversary_name <> ''),
    support_office  text CHECK (support_office <> ''),
    entered_at      timestamptz NOT NULL,
    entered_by      uuid NOT NULL,
    ended_at        timestamptz,
    ended_by        uuid,
    end_reason      text,
    CHECK (num_nulls(ended_at, ended_by, end_reason) IN (0, 3))
);
CREATE INDEX res_protection_applicant ON res_protection (applicant_id);
CREATE INDEX res_protection_standing ON res_protection (ends_on) WHERE ended_at IS NULL;
COMMENT ON TABLE res_protection IS
    '支援措置: the block stands until somebody ends it; passing ends_on alone opens nothing (標準仕様書 3.1)';

CREATE TABLE res_protected_person (
    protection_id  uuid NOT NULL REFERENCES res_protection (id),
    person_id      uuid NOT NULL REFERENCES res_person (id),
    PRIMARY KEY (protection_id, person_id)
);
CREATE INDEX res_protected_person_person ON res_protected_person (person_id);

CREATE TABLE res_release (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL,
    person_id       uuid NOT NULL REFERENCES res_person (id),
    requested_by    uuid NOT NULL,
    requester       text NOT NULL,
    requested_at    timestamptz NOT NULL,
    reason          text NOT NULL CHECK (reason <> ''),
    decided_by      uuid CHECK (decided_by <> requested_by),
    decided_at      timestamptz,
    locks_again_at  timestamptz CHECK (locks_again_at > decided_at),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (locks_again_at IS NULL OR decided_at IS NOT NULL)
);
CREATE INDEX res_release_standing ON res_release (person_id, requested_by) WHERE locks_again_at IS NOT NULL;
CREATE INDEX res_release_waiting ON res_release (requested_at) WHERE decided_at IS NULL;
COMMENT ON TABLE res_release IS
    '一時解除: asked by one, granted by another, to the asker alone, until locks_again_at; decided without it: refused';

-- Whose address is shielded: the protected, and whoever lives in one household with them.
CREATE VIEW res_shielded AS
    SELECT listed.person_id
    FROM res_protected_person listed
    JOIN res_protection protection ON protection.id = listed.protection_id AND protection.ended_at IS NULL
    UNION
    SELECT other.person_id
    FROM res_protected_person listed
    JOIN res_protection protection ON protection.id = listed.protection_id AND protection.ended_at IS NULL
    JOIN res_membership own ON own.person_id = listed.person_id AND own.valid_until IS NULL
    JOIN res_membership other ON other.household_id = own.household_id AND other.valid_until IS NULL;

CREATE TABLE res_personal_number (
    person_id        uuid PRIMARY KEY REFERENCES res_person (id),
    personal_number  bytea NOT NULL,
    residence_code   bytea NOT NULL,
    fingerprint      bytea NOT NULL UNIQUE,
    key_name         text NOT NULL
);
REVOKE ALL ON res_personal_number FROM ${app};
COMMENT ON TABLE res_personal_number IS
    '個人番号・住民票コード: AES-GCM, person id as associated data; fingerprint is a keyed hash that keeps numbers unique. '
    'The application role has no right here until a desk that needs it is built.';
