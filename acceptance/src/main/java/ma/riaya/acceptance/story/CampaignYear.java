package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The budget year that a run's campaign is opened in: a programme has one campaign a year.
 *
 * <p>The demonstration's own is of 2025; a run of another name tells the same July in a year that is free, and finds it again by its name.
 */
final class CampaignYear {

    private static final int FIRST = 2025;
    private static final int LAST = 2100;

    /** Years that the demonstration allots money for are left to it. */
    private static final int FREE_FROM = 2040;

    private final Api api;
    private final Run run;

    CampaignYear(Api api, Run run) {
        this.api = api;
        this.run = run;
    }

    boolean isFirst() {
        return run.equals(Run.DEMONSTRATION);
    }

    /** The name of this run's campaign. */
    String named(String name) {
        return isFirst() ? name : name + suffix();
    }

    int of(String programme) {
        if (isFirst()) {
            return FIRST;
        }
        List<JsonNode> campaigns =
                api.as("driss").at(Service.WELFARE, "/v1/campaigns").all();
        Set<Integer> taken = new HashSet<>();
        for (JsonNode campaign : campaigns) {
            if (campaign.path("programme").asText().equals(programme)) {
                int year = campaign.path("year").asInt();
                if (campaign.path("nameFr").asText().endsWith(suffix())) {
                    return year;
                }
                taken.add(year);
            }
        }
        for (int year = FREE_FROM; year <= LAST; year++) {
            if (!taken.contains(year)) {
                return year;
            }
        }
        throw new StoryFailed("every year to " + LAST + " has its campaign: ./riaya reset begins anew");
    }

    private String suffix() {
        return " (" + run.name() + ")";
    }
}
