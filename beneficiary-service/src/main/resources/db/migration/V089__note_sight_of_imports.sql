ALTER TABLE import_job ADD COLUMN sight text[] NOT NULL DEFAULT '{}';

COMMENT ON COLUMN import_job.sight IS 'The units of the manager who sent it: its rows meet whom those see, and whoever sees less does not see the import.';
