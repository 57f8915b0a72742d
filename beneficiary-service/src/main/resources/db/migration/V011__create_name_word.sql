CREATE TABLE name_word (
    word text NOT NULL PRIMARY KEY
);

COMMENT ON TABLE name_word IS 'Every distinct word of a name, for the search by trigrams when nothing sounds alike.';
COMMENT ON COLUMN name_word.word IS 'The word in small letters, without diacritics.';

CREATE INDEX name_word_by_trigram ON name_word USING gin (word gin_trgm_ops);

GRANT SELECT, INSERT ON name_word TO ${app};
