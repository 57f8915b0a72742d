-- A bank's identifier stands for one message. Files from before that was kept may share one: the first of them has number 0, and whoever follows is told of it.
ALTER TABLE bank_file ADD COLUMN repeats integer NOT NULL DEFAULT 0 CHECK (repeats >= 0);
COMMENT ON COLUMN bank_file.repeats IS 'How many files of this kind bore its message identifier before it: 0, but for files from before a repeated one was refused.';

ALTER TABLE bank_file DISABLE TRIGGER bank_file_append_only;
UPDATE bank_file f SET repeats = e.earlier
FROM (SELECT id, row_number() OVER (PARTITION BY kind, message_id ORDER BY received_at, id) - 1 AS earlier FROM bank_file) e
WHERE e.id = f.id AND e.earlier > 0;
ALTER TABLE bank_file ENABLE TRIGGER bank_file_append_only;
