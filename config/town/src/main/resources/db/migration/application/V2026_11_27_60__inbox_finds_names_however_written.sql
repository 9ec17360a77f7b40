-- The inbox finds a name or a receipt number by any part of it, however it is written: width, kana, variation sequences, old and
-- private forms of a character, long vowels. An index over the parts of a name answers, no row is read that does not fit.

-- In kana おお, おう and おー are one long vowel; what is typed and what is kept lose it alike. Never for display.
CREATE FUNCTION apl_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        translate(
            lower(regexp_replace(normalize(words, NFKC), '[\s\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g')),
            'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ' || '髙﨑嵜碕邉邊齋齊斎德濵濱澤𠮷曻桒槗嶋嶌廣國圀櫻眞瀨惠榮龍瀧冨淺條萬靜藏曾檜藪關學樂與來綠黑渕淵' || 'ー',
            'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ' || '高崎崎崎辺辺斉斉斉徳浜浜沢吉昇桑橋島島広国国桜真瀬恵栄竜滝富浅条万静蔵曽桧薮関学楽与来緑黒渕渕'),
        '([おこごそぞとどのほぼぽもよょろを])[おう]+', '\1', 'g'),
        '([えけげせぜてでねへべぺめれ])[えい]+', '\1', 'g'),
        '([うくぐすずつづぬふぶぷむゆゅる])う+', '\1', 'g'),
        '([いきぎしじちぢにひびぴみり])い+', '\1', 'g'),
        '([あかがさざただなはばぱまやゃらわ])あ+', '\1', 'g');

-- The name and its reading from each character on, the number from each of its groups on: whatever begins there is found.
CREATE FUNCTION apl_tokens(name text, kana text, number text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    array_to_tsvector(array_remove(
        ARRAY(SELECT substr(part.folded, place, 60)
              FROM (VALUES (apl_fold(name)), (apl_fold(kana))) AS part (folded), generate_series(1, least(length(part.folded), 60)) AS place)
        || ARRAY(SELECT array_to_string((string_to_array(number, '-'))[place:], '-') FROM generate_series(1, 4) AS place), ''));

-- Every word as the beginning of a token; null where no letters were typed, and then nothing fits.
CREATE FUNCTION apl_question(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    (SELECT string_agg('''' || replace(replace(apl_fold(word), '\', '\\'), '''', '''''') || ''':*', ' & ')
     FROM regexp_split_to_table(words, '[\s\u3000]+') AS word WHERE apl_fold(word) <> '')::tsquery;

-- One expression that the planner resolves into the index's own.
CREATE FUNCTION apl_fits(name text, kana text, number text, words text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    apl_tokens(name, kana, number) @@ apl_question(words);

CREATE INDEX apl_application_words ON apl_application USING gin (apl_tokens(applicant_name, applicant_kana, receipt_number));
DROP INDEX apl_application_name;
DROP INDEX apl_application_kana;
