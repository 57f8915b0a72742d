ALTER TABLE name_word ADD COLUMN forgotten boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN name_word.forgotten IS 'Whether nobody bears it but shielded persons: then it is no known word, to whomever.';
COMMENT ON COLUMN name_word.entered IS 'The transaction that entered it, forgot it or brought it back.';

CREATE INDEX name_word_forgotten ON name_word (word) WHERE forgotten;
CREATE INDEX person_name_shielded ON person_name (person_id) WHERE shielded_for IS NOT NULL;

GRANT UPDATE (entered, forgotten) ON name_word TO ${app};
