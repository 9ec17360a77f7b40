-- A word of signs alone folds to nothing; it begins no word, and asking for it is no fault.
CREATE OR REPLACE FUNCTION res_beginning_with(folded text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    ('''' || replace(replace(nullif(folded, ''), '\', '\\'), '''', '''''') || ''':*')::tsquery;
