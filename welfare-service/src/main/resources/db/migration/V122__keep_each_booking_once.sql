CREATE INDEX bank_file_line_bookings ON bank_file_line (disbursement)
    WHERE says IN ('DEBITED', 'RETURNED') AND outcome IN ('APPLIED', 'ALREADY');

COMMENT ON COLUMN bank_file_line.bank_reference IS
    'By what the bank''s booking is known when it is told again: the bank''s reference of it, else the payment''s between banks, else the entry''s number with its day.';
