CREATE TABLE aid_request (
    id                  uuid          NOT NULL PRIMARY KEY,
    number              text          CONSTRAINT aid_request_number_is_one UNIQUE,
    state               text          NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'PROPOSED', 'APPROVED', 'REJECTED', 'ORDERED', 'PAID', 'RETURNED', 'CLOSED', 'WITHDRAWN')),
    programme           text          NOT NULL,
    programme_version   integer       NOT NULL,
    one_open_request    boolean       NOT NULL,
    office              text          NOT NULL CHECK (office IN ('AGA', 'ALH', 'BEM', 'CAS', 'DAK', 'ERR', 'FES', 'KEN', 'LAA', 'NAD', 'OUJ', 'RAB', 'SAF', 'SAL', 'TAN', 'TAZ', 'TET')),
    year                integer       NOT NULL,
    person              uuid          NOT NULL,
    person_name_ar      text          NOT NULL,
    person_name_latin   text          NOT NULL,
    person_office       text,
    person_as_of        timestamptz   NOT NULL,
    situation           bytea         NOT NULL,
    channel             text          NOT NULL CHECK (channel IN ('COUNTER', 'MOBILE', 'FAMILY')),
    opened_by           text          NOT NULL,
    opened_at           timestamptz   NOT NULL,
    deadline            date,
    complement_asked_on date,
    amount              numeric(12,2) CHECK (amount > 0),
    proposed_by         text,
    proposal_reasons    text,
    approved_by         text,
    decision            uuid          CONSTRAINT aid_request_decision_is_one UNIQUE,
    envelope            uuid          REFERENCES envelope,
    ordered_by          text,
    disbursement        uuid,
    version             bigint        NOT NULL,
    changed_at          timestamptz   NOT NULL,
    FOREIGN KEY (programme, programme_version) REFERENCES programme_version,
    CONSTRAINT aid_request_four_eyes CHECK (approved_by IS NULL OR approved_by IS DISTINCT FROM proposed_by),
    CONSTRAINT aid_request_third_pair CHECK (ordered_by IS NULL OR ordered_by IS DISTINCT FROM proposed_by AND ordered_by IS DISTINCT FROM approved_by),
    CONSTRAINT aid_request_has_receipt CHECK (state IN ('DRAFT', 'WITHDRAWN') OR number IS NOT NULL AND deadline IS NOT NULL),
    CONSTRAINT aid_request_is_proposed CHECK (state NOT IN ('PROPOSED', 'APPROVED', 'REJECTED', 'ORDERED', 'PAID', 'RETURNED', 'CLOSED') OR amount IS NOT NULL AND proposed_by IS NOT NULL),
    CONSTRAINT aid_request_is_decided CHECK (state NOT IN ('APPROVED', 'ORDERED', 'PAID', 'RETURNED', 'CLOSED') OR approved_by IS NOT NULL AND decision IS NOT NULL AND envelope IS NOT NULL),
    CONSTRAINT aid_request_is_ordered CHECK (state NOT IN ('ORDERED', 'PAID', 'RETURNED', 'CLOSED') OR ordered_by IS NOT NULL AND disbursement IS NOT NULL)
) WITH (fillfactor = 80);

COMMENT ON TABLE aid_request IS 'A family''s request for aid as it stands; how it came there is in aid_request_move.';
COMMENT ON COLUMN aid_request.id IS 'UUIDv7.';
COMMENT ON COLUMN aid_request.number IS 'Number of the deposit receipt, such as ERR-2026-000123, given on submission.';
COMMENT ON COLUMN aid_request.state IS 'Where in its life it stands.';
COMMENT ON COLUMN aid_request.programme IS 'The programme asked for.';
COMMENT ON COLUMN aid_request.programme_version IS 'The version it was opened under, which decides it.';
COMMENT ON COLUMN aid_request.one_open_request IS 'Whether the programme allows a person one open request only.';
COMMENT ON COLUMN aid_request.office IS 'The regional office that instructs it.';
COMMENT ON COLUMN aid_request.year IS 'Year of the receipt; of the opening until there is one.';
COMMENT ON COLUMN aid_request.person IS 'The person it is for, by the identifier of the registry.';
COMMENT ON COLUMN aid_request.person_name_ar IS 'Name in Arabic, as the registry showed it.';
COMMENT ON COLUMN aid_request.person_name_latin IS 'Name in Latin script, as the registry showed it.';
COMMENT ON COLUMN aid_request.person_office IS 'Office the person belonged to in the registry.';
COMMENT ON COLUMN aid_request.person_as_of IS 'When the registry showed it.';
COMMENT ON COLUMN aid_request.situation IS 'What the family says of its situation; encrypted, for it may tell of an illness (Law 09-08).';
COMMENT ON COLUMN aid_request.channel IS 'How it came in: COUNTER, MOBILE or FAMILY.';
COMMENT ON COLUMN aid_request.opened_by IS 'Subject of who opened it.';
COMMENT ON COLUMN aid_request.opened_at IS 'When it was opened.';
COMMENT ON COLUMN aid_request.deadline IS 'Business day by which it is to be decided; the clock stands while the family completes it (in the manner of Law 55-19).';
COMMENT ON COLUMN aid_request.complement_asked_on IS 'Business day of the one request for complements.';
COMMENT ON COLUMN aid_request.amount IS 'Amount proposed, or decided, in dirhams.';
COMMENT ON COLUMN aid_request.proposed_by IS 'Subject of who proposed it.';
COMMENT ON COLUMN aid_request.proposal_reasons IS 'Reasons of the proposal.';
COMMENT ON COLUMN aid_request.approved_by IS 'Subject of who approved it; never who proposed it.';
COMMENT ON COLUMN aid_request.decision IS 'The decision that approved or rejected it.';
COMMENT ON COLUMN aid_request.envelope IS 'The envelope that pays for it.';
COMMENT ON COLUMN aid_request.ordered_by IS 'Subject of who ordered the payment; never who proposed or approved.';
COMMENT ON COLUMN aid_request.disbursement IS 'The payment ordered.';
COMMENT ON COLUMN aid_request.version IS 'Counts the changes.';
COMMENT ON COLUMN aid_request.changed_at IS 'When it last changed.';

CREATE UNIQUE INDEX aid_request_one_open ON aid_request (person, programme)
    WHERE one_open_request AND state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'PROPOSED', 'APPROVED', 'ORDERED', 'RETURNED');
CREATE INDEX aid_request_by_office ON aid_request (office, id);
CREATE INDEX aid_request_by_state ON aid_request (state, id);
CREATE INDEX aid_request_by_person ON aid_request (person, id);

GRANT SELECT, INSERT, UPDATE ON aid_request TO ${app};
