package ma.riaya.welfare.payment;

/** What a disbursement pays. */
public enum SourceType {
    /** A decision on an aid request; the source is the decision. */
    DECISION,
    /** A line of a campaign's frozen list; the source is the line. */
    CAMPAIGN_LINE
}
