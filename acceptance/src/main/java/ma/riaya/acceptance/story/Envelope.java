package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One envelope of the budget, found by what it is for. */
public final class Envelope {

    private static final String ALLOTS = "salma";

    private final Api api;
    private final String id;
    private final String named;

    /** The figures of an envelope at one moment. */
    public record Figures(
            BigDecimal allotted, BigDecimal reserved, BigDecimal committed, BigDecimal paid, BigDecimal available) {

        static Figures of(JsonNode view) {
            return new Figures(
                    Dirhams.of(view.path("allotted"), "allotted"),
                    Dirhams.of(view.path("reserved"), "reserved"),
                    Dirhams.of(view.path("committed"), "committed"),
                    Dirhams.of(view.path("paid"), "paid"),
                    Dirhams.of(view.path("available"), "available"));
        }

        boolean isSame(EntryBooks books) {
            return allotted.compareTo(books.allotted()) == 0
                    && reserved.compareTo(books.reserved()) == 0
                    && committed.compareTo(books.committed()) == 0
                    && paid.compareTo(books.paid()) == 0
                    && available.compareTo(allotted.subtract(reserved)
                                    .subtract(committed)
                                    .subtract(paid))
                            == 0;
        }
    }

    private Envelope(Api api, String id, String named) {
        this.api = api;
        this.id = id;
        this.named = named;
    }

    /** Allots the money as the administrator does; where the envelope stands already, it stays as it is. */
    public static Envelope allot(Api api, String programme, String office, int year, String amount) {
        String named = programme + " " + office + " " + year;
        Answer answer = api.as(ALLOTS)
                .at(Service.WELFARE, "/v1/envelopes")
                .key("envelope:" + named.replace(' ', ':'))
                .post(Map.of("programme", programme, "office", office, "year", year, "allotted", Dirhams.body(amount)))
                .expect(201, 409);
        return answer.isSuccess()
                ? new Envelope(api, answer.json().path("id").asText(), named)
                : find(api, ALLOTS, programme, office, year);
    }

    /** Finds the envelope, read as this user. */
    public static Envelope find(Api api, String user, String programme, String office, int year) {
        List<JsonNode> found = api.as(user)
                .at(Service.WELFARE, "/v1/envelopes")
                .query("programme", programme)
                .query("office", office)
                .query("year", String.valueOf(year))
                .all();
        String named = programme + " " + office + " " + year;
        if (found.size() != 1) {
            throw new StoryFailed("there should be one envelope " + named + ", but there are " + found.size()
                    + "; the demonstration's data are loaded by ./riaya up");
        }
        return new Envelope(api, found.getFirst().path("id").asText(), named);
    }

    /** Changes how much it holds, as the administrator does. */
    public void amend(String key, BigDecimal allotted) {
        String seen = api.as(ALLOTS)
                .at(Service.WELFARE, "/v1/envelopes/{}", id)
                .get()
                .expect(200)
                .etag();
        api.as(ALLOTS)
                .at(Service.WELFARE, "/v1/envelopes/{}/amendments", id)
                .key(key)
                .ifMatch(seen)
                .post(Map.of("allotted", Dirhams.body(allotted.toPlainString())))
                .expect(200);
    }

    public String id() {
        return id;
    }

    /** Reads the figures as finance does, and insists that they are the sums of the envelope's entries. */
    public Figures figures(Narrator narrator) {
        Figures figures = Figures.of(api.as("samira")
                .at(Service.WELFARE, "/v1/envelopes/{}", id)
                .get()
                .expect(200)
                .json());
        narrator.say(String.format(
                "envelope %s: allotted %s = available %s + reserved %s + committed %s + paid %s",
                named,
                Dirhams.shown(figures.allotted()),
                Dirhams.shown(figures.available()),
                Dirhams.shown(figures.reserved()),
                Dirhams.shown(figures.committed()),
                Dirhams.shown(figures.paid())));
        EntryBooks books = EntryBooks.of(api.as("samira")
                .at(Service.WELFARE, "/v1/envelopes/{}/entries", id)
                .all());
        narrator.confirmThat(
                figures.isSame(books),
                "the envelope's figures are the sums of its %,d entries to the centime".formatted(books.entries()));
        return figures;
    }
}
