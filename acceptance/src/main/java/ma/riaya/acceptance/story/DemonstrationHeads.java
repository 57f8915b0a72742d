package ma.riaya.acceptance.story;

import java.util.List;
import java.util.Map;

/** The two offices of the demonstration's stories are headed by people who can sign in. */
public final class DemonstrationHeads {

    private static final String APPOINTS = "salma";
    private static final String FIRST_DAY = "2025-01-01";

    private record Head(String office, String username, String nameAr, String nameFr) {}

    private static final List<Head> HEADS = List.of(
            new Head("RAB", "youssef", "يوسف الإدريسي", "Youssef El Idrissi"),
            new Head("ERR", "hassan", "حسن أيت لحسن", "Hassan Ait Lahcen"));

    private DemonstrationHeads() {}

    /** Appoints who is not appointed yet; whoever heads an office already stays. */
    public static void appoint(Api api, Narrator narrator) {
        for (Head head : HEADS) {
            api.as(APPOINTS)
                    .at(Service.OFFICE, "/v1/offices/{}/heads", head.office())
                    .key("head:" + head.office())
                    .post(Map.of(
                            "username", head.username(),
                            "nameAr", head.nameAr(),
                            "nameFr", head.nameFr(),
                            "decisionNumber", "DEMO/" + head.office(),
                            "from", FIRST_DAY))
                    .expect(201, 409);
            narrator.say(head.office() + " " + head.nameFr());
        }
    }
}
