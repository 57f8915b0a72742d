package ma.riaya.kit.identity;

/** The realm roles of the product, as the identity provider names them. */
public final class Roles {

    public static final String OFFICER = "officer";
    public static final String OFFICE_HEAD = "office-head";
    public static final String COMMITTEE = "committee";
    public static final String FINANCE = "finance";
    public static final String AUDITOR = "auditor";
    public static final String REGISTRY_MANAGER = "registry-manager";
    public static final String ADMIN = "admin";
    public static final String BENEFICIARY = "beneficiary";

    /** beneficiary-service itself, telling what changed in the registry; no person holds it. */
    public static final String REGISTRY_FEED = "registry-feed";

    static final String[] HEADQUARTERS = {COMMITTEE, FINANCE, AUDITOR, REGISTRY_MANAGER, ADMIN};

    private Roles() {}
}
