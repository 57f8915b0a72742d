package ma.riaya.acceptance.bench;

/** How the values of a campaign are read from the service's tables, each under the name that its statements give it. */
final class Gathered {

    static final String WAVE = """
            SELECT w.id AS wave, w.withheld, w.withheld_total AS "withheldTotal", w.campaign, w.number, w.as_of AS "asOf", w.name_ar AS "nameAr", w.name_fr AS "nameFr", w.transfers, w.vouchers,
                w.near_misses AS "nearMisses", w.total, w.batch, w.proposed_by, w.approved_by, w.ordered_by, w.selected_by AS "selectedBy",
                c.amount, c.envelope AS "movedEnvelope", b.lines, b.total AS transferred, b.released_by, b.content_sha256 AS sha256, f.content,
                CAST(extract(year FROM b.prepared_at) AS integer) AS year
            FROM campaign_wave w JOIN campaign c ON c.id = w.campaign JOIN payment_batch b ON b.id = w.batch JOIN payment_file f ON f.batch = b.id
            WHERE w.campaign = ? AND w.number = 1
            """;

    static final String LINES = """
            SELECT array_agg(id ORDER BY id) AS ids, array_agg(person ORDER BY id) AS persons, array_agg(reference ORDER BY id) AS "references",
                array_agg(name_ar ORDER BY id) AS "namesAr", array_agg(name_latin ORDER BY id) AS "namesLatin",
                array_agg(coalesce(office, '') ORDER BY id) AS offices, array_agg(category ORDER BY id) AS categories,
                array_agg(category_from::text ORDER BY id) AS since, array_agg(verdict ORDER BY id) AS verdicts,
                array_agg(coalesce(reason, '') ORDER BY id) AS "firstReasons", array_agg(reasons::text ORDER BY id) AS reasons,
                array_agg(coalesce(replace(encode(pension, 'base64'), E'\\n', ''), '') ORDER BY id) AS pensions,
                array_agg(coalesce(replace(encode(account, 'base64'), E'\\n', ''), '') ORDER BY id) AS accounts
            FROM campaign_line WHERE wave = ?
            """;

    static final String PAYMENTS = """
            SELECT array_agg(id ORDER BY position) AS ids, array_agg(id ORDER BY position) AS payments, array_agg(source ORDER BY position) AS sources,
                array_agg(source ORDER BY position) AS lines, array_agg(source_type ORDER BY position) AS "sourceTypes",
                array_agg(tranche ORDER BY position) AS tranches, array_agg(envelope ORDER BY position) AS envelopes,
                array_agg(amount ORDER BY position) AS amounts, array_agg(payee ORDER BY position) AS payees, array_agg(payee ORDER BY position) AS persons, array_agg(holder ORDER BY position) AS holders,
                array_agg(replace(encode(account, 'base64'), E'\\n', '') ORDER BY position) AS accounts,
                array_agg(approved_by ORDER BY position) AS approvers, array_agg(end_to_end_id ORDER BY position) AS "references"
            FROM disbursement WHERE batch = ?
            """;

    static final String VOUCHERS = """
            SELECT array_agg(v.source ORDER BY l.id) AS sources, array_agg(v.source ORDER BY l.id) AS lines, array_agg(v.source_type ORDER BY l.id) AS "sourceTypes",
                array_agg(v.envelope ORDER BY l.id) AS envelopes, array_agg(v.amount ORDER BY l.id) AS amounts, array_agg(v.holder ORDER BY l.id) AS holders,
                array_agg(v.number ORDER BY l.id) AS numbers
            FROM voucher v JOIN campaign_line l ON l.id = v.source WHERE l.wave = ?
            """;

    /** The files of the bank that moved payments of a batch, in the order in which they came. */
    static final String BANK_FILES = """
            SELECT array_agg(id ORDER BY id) AS files FROM bank_file
            WHERE id IN (SELECT h.bank_file FROM disbursement_history h JOIN disbursement d ON d.id = h.disbursement WHERE d.batch = ?)
            """;

    static final String BANK_FILE = """
            SELECT f.id, f.id AS "bankFile", f.kind AS bank_kind, f.message_id AS "messageId", encode(f.sha256, 'hex') AS hex, f.lines, f.applied, f.already, f.noted, f.exceptions,
                array_agg(coalesce(l.end_to_end_id, '') ORDER BY l.position) AS "references", array_agg(coalesce(l.batch_number, '') ORDER BY l.position) AS batches,
                array_agg(l.says ORDER BY l.position) AS says, array_agg(coalesce(l.amount::text, '') ORDER BY l.position) AS amounts,
                array_agg(coalesce(l.currency, '') ORDER BY l.position) AS currencies, array_agg(coalesce(l.bank_reason, '') ORDER BY l.position) AS "bankReasons",
                array_agg(coalesce(l.bank_reference, '') ORDER BY l.position) AS "bankReferences",
                array_agg(coalesce(l.disbursement::text, '') ORDER BY l.position) AS disbursements, array_agg(l.outcome ORDER BY l.position) AS outcomes,
                array_agg(coalesce(l.exception, '') ORDER BY l.position) AS exceptions_named
            FROM bank_file f JOIN bank_file_line l ON l.bank_file = f.id WHERE f.id = ? GROUP BY f.id
            """;

    /** The states that a file moved payments to. */
    static final String STATES =
            "SELECT array_agg(DISTINCT to_state ORDER BY to_state) AS states FROM disbursement_history WHERE bank_file = ?";

    static final String MOVES = """
            SELECT h.to_state AS "to", sum(d.amount) AS sum, array_agg(d.id ORDER BY l.position) AS ids, array_agg(d.id ORDER BY l.position) AS causes,
                array_agg(d.amount ORDER BY l.position) AS amounts, array_agg(coalesce(l.bank_reason, '') ORDER BY l.position) AS reasons,
                array_agg(coalesce(l.bank_reference, '') ORDER BY l.position) AS "references", array_agg(d.source ORDER BY l.position) AS lines
            FROM disbursement_history h JOIN disbursement d ON d.id = h.disbursement
                JOIN bank_file_line l ON l.bank_file = h.bank_file AND l.disbursement = h.disbursement
            WHERE h.bank_file = ? AND h.to_state = ? GROUP BY h.to_state
            """;

    /** What the envelopes of the programme hold, to be compared between the two books. */
    static final String BALANCE =
            "SELECT CAST(array_agg((reserved, committed, paid) ORDER BY id) AS text) AS balance FROM envelope WHERE id = ?";

    private Gathered() {}
}
