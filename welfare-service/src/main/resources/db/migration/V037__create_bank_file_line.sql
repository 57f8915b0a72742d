CREATE TABLE bank_file_line (
    id             uuid    NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    bank_file      uuid    NOT NULL REFERENCES bank_file,
    position       integer NOT NULL CHECK (position >= 1),
    end_to_end_id  text,
    batch_number   text,
    says           text    NOT NULL CHECK (says IN ('ACCEPTED', 'REFUSED', 'DEBITED', 'RETURNED', 'NOTHING_YET', 'UNKNOWN')),
    amount         numeric,
    currency       text,
    bank_reason    text,
    bank_reference text,
    disbursement   uuid    REFERENCES disbursement,
    outcome        text    NOT NULL CHECK (outcome IN ('APPLIED', 'ALREADY', 'NOTED', 'EXCEPTION')),
    exception      text,
    CONSTRAINT bank_file_line_position_once UNIQUE (bank_file, position),
    CONSTRAINT bank_file_line_exception_named CHECK ((outcome = 'EXCEPTION') = (exception IS NOT NULL))
);

COMMENT ON TABLE bank_file_line IS 'What each line of a bank''s file said, and what became of it.';
COMMENT ON COLUMN bank_file_line.id IS 'UUIDv7.';
COMMENT ON COLUMN bank_file_line.bank_file IS 'The file.';
COMMENT ON COLUMN bank_file_line.position IS 'Its place in the file, from 1; what a status of a whole batch says of each payment follows the lines that name one.';
COMMENT ON COLUMN bank_file_line.end_to_end_id IS 'The payment as the bank named it; null where it named none.';
COMMENT ON COLUMN bank_file_line.batch_number IS 'The batch, where the bank spoke of a whole one.';
COMMENT ON COLUMN bank_file_line.says IS 'What the bank says of it.';
COMMENT ON COLUMN bank_file_line.amount IS 'The amount as the bank named it.';
COMMENT ON COLUMN bank_file_line.currency IS 'Its currency.';
COMMENT ON COLUMN bank_file_line.bank_reason IS 'The bank''s code, such as AC04.';
COMMENT ON COLUMN bank_file_line.bank_reference IS 'The bank''s reference of the booking.';
COMMENT ON COLUMN bank_file_line.disbursement IS 'The disbursement that it names; null where it names none of ours.';
COMMENT ON COLUMN bank_file_line.outcome IS 'APPLIED, ALREADY (known before), NOTED (decides nothing) or EXCEPTION (changed nothing; a person has to look).';
COMMENT ON COLUMN bank_file_line.exception IS 'Why it is an exception.';

CREATE INDEX bank_file_line_exceptions ON bank_file_line (id) WHERE outcome = 'EXCEPTION';

CREATE TRIGGER bank_file_line_append_only BEFORE UPDATE OR DELETE ON bank_file_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_file_line_never_emptied BEFORE TRUNCATE ON bank_file_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON bank_file_line TO ${app};
