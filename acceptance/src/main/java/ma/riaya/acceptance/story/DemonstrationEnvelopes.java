package ma.riaya.acceptance.story;

import java.time.InstantSource;
import java.util.List;

/** The money that the demonstration needs, allotted by the administrator. */
public final class DemonstrationEnvelopes {

    private record Allotment(String programme, String office, int year, String amount) {}

    private DemonstrationEnvelopes() {}

    /** Allots what is not allotted yet; envelopes that stand stay as they are. */
    public static void allot(Api api, Narrator narrator, InstantSource clock) {
        int year = GraveIllness.businessYear(clock);
        List<Allotment> allotments = List.of(
                new Allotment("AID_ADHA", "HQ", 2025, "6000000.00"),
                new Allotment("AID_ADHA", "HQ", 2026, "6000000.00"),
                new Allotment(GraveIllness.PROGRAMME, "ERR", year, "500000.00"),
                new Allotment(GraveIllness.PROGRAMME, "RAB", year, "900000.00"),
                new Allotment(GraveIllness.PROGRAMME, "HQ", year, "2000000.00"),
                new Allotment("INJURY_DUTY", "HQ", year, "1500000.00"),
                new Allotment("PARENT_DUTY_GRANT", "HQ", year, "900000.00"),
                new Allotment("ORPHAN_DUTY_STUDY", "HQ", year, "3000000.00"));
        for (Allotment allotment : allotments) {
            Envelope.allot(api, allotment.programme(), allotment.office(), allotment.year(), allotment.amount());
            narrator.say("envelope " + allotment.programme() + " " + allotment.office() + " " + allotment.year());
        }
    }
}
