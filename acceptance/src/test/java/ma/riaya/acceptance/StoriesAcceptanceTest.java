package ma.riaya.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.story.AidAdhaCampaign;
import ma.riaya.acceptance.story.GraveIllness;
import ma.riaya.acceptance.story.Run;
import ma.riaya.acceptance.story.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both stories on the real product, as {@code ./riaya demo} tells them, and what others read of their files. */
@ExtendWith(WholeProduct.class)
class StoriesAcceptanceTest {

    private static final Run RUN = Run.DEMONSTRATION;

    @Test
    void theCampaignIsPaidToTheCentimeAndToldAgainChangesNothing(RunningProduct product) throws IOException {
        try (BankSimulator bank = product.bank()) {
            campaign(product, bank).tell();
            Map<String, BigDecimal> credited = bank.credits();
            List<String> files = outbox(product);

            campaign(product, bank).tell();

            assertThat(bank.credits()).isEqualTo(credited);
            assertThat(outbox(product)).isEqualTo(files);
            assertThat(bank.doubleCredits()).isEmpty();
            assertThat(bank.anomalies()).isEmpty();
        }
        anotherReaderFindsWhatTheServiceSays(product);
    }

    @Test
    void aWidowIsHelpedAndToldAgainChangesNothing(RunningProduct product) throws IOException {
        try (BankSimulator bank = product.bank()) {
            widow(product, bank).tell();
            Map<String, BigDecimal> credited = bank.credits();

            widow(product, bank).tell();

            assertThat(bank.credits()).isEqualTo(credited);
            assertThat(bank.doubleCredits()).isEmpty();
        }
        anotherReaderFindsWhatTheServiceSays(product);
    }

    private static AidAdhaCampaign campaign(RunningProduct product, BankSimulator bank) {
        return new AidAdhaCampaign(
                product.api(), RUN, product.narrator(), bank, product.product().registry());
    }

    private static GraveIllness widow(RunningProduct product, BankSimulator bank) {
        return new GraveIllness(product.api(), RUN, product.narrator(), bank, Clock.systemUTC());
    }

    /** Prowide reads each pain.001 and finds the number and the sum that the service tells of the batch. */
    private static void anotherReaderFindsWhatTheServiceSays(RunningProduct product) throws IOException {
        Map<String, JsonNode> batches = new TreeMap<>();
        product.api()
                .as("driss")
                .at(Service.WELFARE, "/v1/payment-batches")
                .all()
                .forEach(batch -> batches.put(batch.path("number").asText() + ".xml", batch));
        List<String> files = outbox(product);
        assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(batches).containsKey(file));
        for (String file : files) {
            JsonNode batch = batches.getOrDefault(file, MissingNode.getInstance());
            MxPain00100109 read = MxPain00100109.parse(
                    Files.readString(product.product().bank().outbox().resolve(file)));
            List<CreditTransferTransaction34> lines = read.getCstmrCdtTrfInitn().getPmtInf().stream()
                    .flatMap(group -> group.getCdtTrfTxInf().stream())
                    .toList();
            BigDecimal sum = lines.stream()
                    .map(line -> line.getAmt().getInstdAmt().getValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            GroupHeader85 header = read.getCstmrCdtTrfInitn().getGrpHdr();

            assertThat(lines).hasSize(batch.path("lines").asInt());
            assertThat(sum)
                    .isEqualByComparingTo(batch.path("total").path("amount").asText());
            assertThat(header.getNbOfTxs()).isEqualTo(String.valueOf(lines.size()));
            assertThat(header.getCtrlSum()).isEqualByComparingTo(sum);
            assertThat(lines.stream()
                            .map(line -> line.getPmtId().getEndToEndId())
                            .distinct())
                    .hasSameSizeAs(lines);
            System.out.printf("Prowide reads %s: %,d transfers, %,.2f MAD%n", file, lines.size(), sum);
        }
    }

    private static List<String> outbox(RunningProduct product) throws IOException {
        try (Stream<Path> files = Files.list(product.product().bank().outbox())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
