CREATE TRIGGER aid_request_moves BEFORE UPDATE OF state ON aid_request FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves(
        'DRAFT>SUBMITTED', 'DRAFT>WITHDRAWN', 'SUBMITTED>UNDER_REVIEW', 'SUBMITTED>WITHDRAWN',
        'UNDER_REVIEW>COMPLEMENT_REQUESTED', 'UNDER_REVIEW>PROPOSED', 'UNDER_REVIEW>WITHDRAWN',
        'COMPLEMENT_REQUESTED>UNDER_REVIEW', 'COMPLEMENT_REQUESTED>WITHDRAWN',
        'PROPOSED>UNDER_REVIEW', 'PROPOSED>APPROVED', 'PROPOSED>REJECTED', 'PROPOSED>WITHDRAWN',
        'APPROVED>ORDERED', 'APPROVED>WITHDRAWN', 'ORDERED>PAID', 'ORDERED>RETURNED',
        'PAID>RETURNED', 'PAID>CLOSED', 'RETURNED>CLOSED', 'CLOSED>RETURNED');

-- A request enters as a draft, and what was asked, for whom and where, never changes.
REVOKE INSERT, UPDATE ON aid_request FROM ${app};
GRANT INSERT (id, state, programme, programme_version, one_open_request, office, year, person, person_name_ar, person_name_latin, person_office, person_as_of,
        situation, channel, opened_by, opened_at, version, changed_at),
    UPDATE (state, number, year, situation, deadline, complement_asked_on, amount, instructed_by, proposed_by, proposal_reasons, approved_by, decision, envelope,
        ordered_by, disbursement, version, changed_at)
    ON aid_request TO ${app};
