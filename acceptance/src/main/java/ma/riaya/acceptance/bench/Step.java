package ma.riaya.acceptance.bench;

/** The steps of a campaign, in their order. */
enum Step {
    SELECTION("selection of the wave"),
    PROPOSAL("proposal"),
    APPROVAL("approval"),
    ORDER("payment batch"),
    RELEASE("release, pain.001 laid"),
    STATUS("pain.002 taken"),
    BOOKING("camt.054 taken"),
    RETURNS("camt.054 of returns taken");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
