CREATE TABLE aid_request_document_content (
    document uuid  NOT NULL PRIMARY KEY REFERENCES aid_request_document,
    content  bytea NOT NULL
);

COMMENT ON TABLE aid_request_document_content IS 'The bytes of the documents, apart from what is listed of them.';
COMMENT ON COLUMN aid_request_document_content.document IS 'The document.';
COMMENT ON COLUMN aid_request_document_content.content IS 'The bytes, encrypted: a certificate tells of a person''s health (Law 09-08).';

-- Encrypted bytes do not compress.
ALTER TABLE aid_request_document_content ALTER COLUMN content SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON aid_request_document_content TO ${app};
