COMMENT ON COLUMN envelope.version IS 'Counts every change, of the allotment and of the balance: who amends has seen what is held.';
