-- The series of a section that was opened within a year can begin behind the numbers of those it took over from.

ALTER TABLE doc_counter ADD COLUMN behind bigint NOT NULL DEFAULT 0 CHECK (behind >= 0 AND behind < last);
COMMENT ON COLUMN doc_counter.behind IS 'the last number of the sections that the section took over from in the year; its own begin behind it';
