-- Words are compared in the memory of the service now, which asks for those that came since it looked last.
DROP INDEX name_word_by_trigram;

ALTER TABLE name_word ADD COLUMN entered xid8 NOT NULL DEFAULT pg_current_xact_id();

COMMENT ON TABLE name_word IS 'Every distinct word of a name, which the service keeps in memory to find what a word asked for may mean.';
COMMENT ON COLUMN name_word.entered IS 'The transaction that entered it.';

CREATE INDEX name_word_by_entry ON name_word (entered);
