package ma.riaya.beneficiary.person;

/** What a person is to the institution, for a period; each is announced by the source that keeps it. */
public enum Category {
    ACTIVE(Source.HR),
    RETIRED(Source.PENSION_FUND),
    WIDOWED_SPOUSE(Source.PENSION_FUND),
    ORPHAN(Source.PENSION_FUND),
    INJURED_ON_DUTY(Source.HR),
    SPOUSE(Source.MUTUAL),
    CHILD(Source.MUTUAL),
    PARENT(Source.MUTUAL);

    private final Source owner;

    Category(Source owner) {
        this.owner = owner;
    }

    /** Whether the source may announce it: its owner, or a file of the whole registry. */
    public boolean isAnnouncedBy(Source source) {
        return source == owner || source == Source.REGISTRY;
    }
}
