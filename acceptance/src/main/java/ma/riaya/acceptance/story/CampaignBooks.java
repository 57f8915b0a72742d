package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What the lines of all campaigns say that one envelope must hold. */
public final class CampaignBooks {

    private static final String READS = "driss";

    private BigDecimal reserved = BigDecimal.ZERO;
    private BigDecimal committed = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;

    private CampaignBooks() {}

    /** Adds up every line of every campaign that the envelope pays. */
    public static CampaignBooks of(Api api, Envelope envelope) {
        CampaignBooks books = new CampaignBooks();
        for (JsonNode campaign :
                api.as(READS).at(Service.WELFARE, "/v1/campaigns").all()) {
            if (campaign.path("envelope").asText().equals(envelope.id())) {
                for (JsonNode wave : campaign.path("waves")) {
                    books.add(api.as(READS)
                            .at(
                                    Service.WELFARE,
                                    "/v1/campaigns/{}/waves/{}",
                                    campaign.path("id").asText(),
                                    wave.path("number").asText())
                            .get()
                            .expect(200)
                            .json());
                }
            }
        }
        return books;
    }

    private void add(JsonNode wave) {
        boolean approved = wave.path("state").asText().equals("APPROVED");
        for (JsonNode figure : wave.path("figures")) {
            BigDecimal sum = Dirhams.of(figure.path("sum"), "the sum of a figure");
            switch (figure.path("state").asText("")) {
                case "SELECTED" -> reserved = approved ? reserved.add(sum) : reserved;
                case "ORDERED", "SENT", "VOUCHER_ISSUED" -> committed = committed.add(sum);
                case "PAID" -> paid = paid.add(sum);
                default -> {
                    // Refused, returned or never selected: the envelope holds nothing for it.
                }
            }
        }
    }

    /** Insists that the envelope holds what the lines say, to the centime. */
    public void confirm(Narrator narrator, Envelope.Figures figures) {
        narrator.confirmSum("reserved, as the lines say", reserved, figures.reserved());
        narrator.confirmSum("committed, as the lines say", committed, figures.committed());
        narrator.confirmSum("paid, as the lines say", paid, figures.paid());
    }
}
