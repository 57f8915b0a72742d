CREATE TABLE receipt_counter (
    office      text    NOT NULL,
    year        integer NOT NULL,
    last_number integer NOT NULL CHECK (last_number > 0),
    PRIMARY KEY (office, year)
) WITH (fillfactor = 50);

COMMENT ON TABLE receipt_counter IS 'The last receipt number given by each office in each year; it rolls back with the submission, so no number is lost.';
COMMENT ON COLUMN receipt_counter.office IS 'The regional office.';
COMMENT ON COLUMN receipt_counter.year IS 'Business year of the submission.';
COMMENT ON COLUMN receipt_counter.last_number IS 'Last number given.';

GRANT SELECT, INSERT, UPDATE ON receipt_counter TO ${app};
