CREATE TABLE campaign_wave (
    id          uuid          NOT NULL PRIMARY KEY,
    campaign    uuid          NOT NULL REFERENCES campaign,
    number      integer       NOT NULL CHECK (number >= 1),
    as_of       date          NOT NULL,
    name_ar     text          NOT NULL CHECK (length(name_ar) BETWEEN 1 AND 200),
    name_fr     text          NOT NULL CHECK (length(name_fr) BETWEEN 1 AND 200),
    state       text          NOT NULL CHECK (state IN ('SELECTED', 'PROPOSED', 'APPROVED', 'ORDERED')),
    transfers   integer       NOT NULL CHECK (transfers >= 0),
    vouchers    integer       NOT NULL CHECK (vouchers >= 0),
    near_misses integer       NOT NULL CHECK (near_misses >= 0),
    total       numeric(12,2) NOT NULL CHECK (total >= 0),
    selected_by text          NOT NULL,
    selected_at timestamptz   NOT NULL,
    proposed_by text,
    proposed_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    ordered_by  text,
    ordered_at  timestamptz,
    batch       uuid          REFERENCES payment_batch,
    frozen_in   xid8          NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT campaign_wave_number_once UNIQUE (campaign, number),
    CONSTRAINT campaign_wave_four_eyes CHECK (approved_by <> proposed_by),
    CONSTRAINT campaign_wave_payer_is_not_approver CHECK (ordered_by <> approved_by),
    CONSTRAINT campaign_wave_proposed CHECK (num_nulls(proposed_by, proposed_at) = CASE WHEN state IN ('SELECTED') THEN 2 ELSE 0 END),
    CONSTRAINT campaign_wave_approved CHECK (num_nulls(approved_by, approved_at) = CASE WHEN state IN ('SELECTED', 'PROPOSED') THEN 2 ELSE 0 END),
    CONSTRAINT campaign_wave_ordered CHECK (num_nulls(ordered_by, ordered_at) = CASE WHEN state IN ('ORDERED') THEN 0 ELSE 2 END)
);

COMMENT ON TABLE campaign_wave IS 'One selection of a campaign: a list frozen with the reason of each line, proposed by one person, approved by another, paid by a third.';
COMMENT ON COLUMN campaign_wave.id IS 'UUIDv7.';
COMMENT ON COLUMN campaign_wave.campaign IS 'The campaign.';
COMMENT ON COLUMN campaign_wave.number IS 'Counts from 1 in the campaign.';
COMMENT ON COLUMN campaign_wave.as_of IS 'The day whose facts selected.';
COMMENT ON COLUMN campaign_wave.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN campaign_wave.name_fr IS 'Name in French.';
COMMENT ON COLUMN campaign_wave.state IS 'Where it stands; its moves are drawn in docs/domain/campaign-wave.md.';
COMMENT ON COLUMN campaign_wave.transfers IS 'Lines that are paid to an account.';
COMMENT ON COLUMN campaign_wave.vouchers IS 'Lines that get a voucher.';
COMMENT ON COLUMN campaign_wave.near_misses IS 'Lines that were looked at and not selected.';
COMMENT ON COLUMN campaign_wave.total IS 'Sum of transfers and vouchers in dirhams: what the envelope holds for it.';
COMMENT ON COLUMN campaign_wave.selected_by IS 'Subject of who had the list selected.';
COMMENT ON COLUMN campaign_wave.selected_at IS 'When.';
COMMENT ON COLUMN campaign_wave.proposed_by IS 'Subject of who proposed it.';
COMMENT ON COLUMN campaign_wave.proposed_at IS 'When.';
COMMENT ON COLUMN campaign_wave.approved_by IS 'Subject of who approved it: never who proposed it.';
COMMENT ON COLUMN campaign_wave.approved_at IS 'When; from then on its total is reserved.';
COMMENT ON COLUMN campaign_wave.ordered_by IS 'Subject of who ordered the payments: never who approved.';
COMMENT ON COLUMN campaign_wave.ordered_at IS 'When; from then on its total is committed.';
COMMENT ON COLUMN campaign_wave.batch IS 'The payment batch of its transfers.';
COMMENT ON COLUMN campaign_wave.frozen_in IS 'The transaction that froze the list: lines enter in no other.';

CREATE TRIGGER campaign_wave_moves BEFORE UPDATE OF state ON campaign_wave FOR EACH ROW
    EXECUTE FUNCTION keep_to_moves('SELECTED>PROPOSED', 'PROPOSED>APPROVED', 'APPROVED>ORDERED');

GRANT SELECT, INSERT, UPDATE (state, proposed_by, proposed_at, approved_by, approved_at, ordered_by, ordered_at, batch) ON campaign_wave TO ${app};
