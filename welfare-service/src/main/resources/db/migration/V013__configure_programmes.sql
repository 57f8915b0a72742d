INSERT INTO programme_version
    (programme, version, in_force_from, on_request, amount_min, amount_max, deadline_days, one_open_request, head_ceiling, needs_committee, note)
VALUES
    ('AID_ADHA',            1, '2025-01-01', false,  1000.00,  1000.00, 30, true,      0.00, true,  'Amount and deadline are placeholders: the amount is not public.'),
    ('ORPHAN_DUTY_STUDY',   1, '2025-01-01', true,  15000.00, 15000.00, 60, true,  15000.00, false, 'Amount as announced; deadline and ceiling are placeholders.'),
    ('PARENT_DUTY_GRANT',   1, '2025-01-01', true,  30000.00, 30000.00, 30, true,      0.00, true,  'Amount as announced; deadline and who decides are placeholders.'),
    ('SERIOUS_ILLNESS',     1, '2025-01-01', true,   3000.00, 30000.00, 30, true,  15000.00, false, 'Range as announced; deadline and ceiling are placeholders.'),
    ('HAJJ_FULL',           1, '2025-01-01', false,     NULL,     NULL, 60, true,      0.00, true,  'In kind, by draw.'),
    ('HAJJ_PARTIAL',        1, '2025-01-01', false, 20000.00, 20000.00, 60, true,      0.00, true,  'Amount as announced, by draw.'),
    ('EXCELLENCE',          1, '2025-01-01', false, 10000.00, 10000.00, 60, true,      0.00, true,  'One yearly tranche of five, as announced, by ranking.'),
    ('SUMMER_CAMP',         1, '2025-01-01', false,     NULL,     NULL, 60, false,     0.00, false, 'In kind, by enrolment.'),
    ('VOUCHER_WIDOW',       1, '2025-01-01', false,     NULL,     NULL, 60, false,     0.00, true,  'In vouchers, by campaign.'),
    ('MEDICAL_DUTY_FAMILY', 1, '2025-01-01', false,     NULL,     NULL, 60, false,     0.00, false, 'In kind.'),
    ('HOUSING_WIDOW',       1, '2025-01-01', false,     NULL,     NULL, 60, true,      0.00, true,  'In kind.'),
    ('INJURY_DUTY',         1, '2025-01-01', true,   3000.00, 30000.00, 30, true,      0.00, true,  'The range and the deadline are placeholders: the amounts are not public.'),
    ('DEATH_GRANT',         1, '2025-01-01', true,  19700.00, 19700.00, 30, true,      0.00, true,  'Amount of a sister mutual, as a placeholder.'),
    ('ORPHAN_SCHOOL',       1, '2025-01-01', true,   2000.00,  2000.00, 60, true,   2000.00, false, 'Amount, deadline and ceiling are placeholders.'),
    ('MEDICAL_REIMBURSEMENT', 1, '2025-01-01', false,   NULL,     NULL, 60, false,     0.00, false, 'Paid by the mutual.'),
    ('PROSTHESIS',          1, '2025-01-01', false,     NULL,     NULL, 60, false,     0.00, false, 'In kind, on prescription.');
