-- A payment may come back long after the family asked anew: what the bank did has to be recorded all the same.
DROP INDEX aid_request_one_open;
CREATE UNIQUE INDEX aid_request_one_open ON aid_request (person, programme)
    WHERE one_open_request AND state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'PROPOSED', 'APPROVED', 'ORDERED');
