package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data of an earlier build come with a way out, not with the words of a library. */
class FormerDataTest {

    private static final StackFault ENDED = new StackFault("The registry ended while it was starting.");

    @TempDir
    Path folder = Path.of("");

    private Home usual = new Home(folder);
    private Home home = new Home(folder);

    @BeforeEach
    void createHomes() {
        usual = new Home(folder.resolve(".riaya"));
        home = usual;
        home.create();
    }

    /** As a service of this product wrote them into its log. */
    @ParameterizedTest
    @ValueSource(strings = {"""
                Caused by: org.flywaydb.core.api.exception.FlywayValidateException: Validate failed: Migrations have failed validation
                Migration checksum mismatch for migration version 003
                -> Applied to database : -1729781252
                -> Resolved locally    : 1181436520
                Either revert the changes to the migration, or run repair to update the schema history.
                Need more flexibility with validation rules? Learn more: https://rd.gt/3AbJUZE
                """, """
                Caused by: org.flywaydb.core.api.exception.FlywayValidateException: Validate failed: Migrations have failed validation
                Detected resolved migration not applied to database: 004.
                To ignore this migration, set -ignoreMigrationPatterns='*:ignored'. To allow executing this migration, set -outOfOrder=true.
                """})
    void whateverDoesNotFitTheSentenceSaysHowToBeginAnewAndHowToKeep(String log) throws IOException {
        write(log + "\tat org.flywaydb.core.Flyway.migrate\n".repeat(60));

        String sentence = explained().getMessage();

        assertThat(sentence)
                .contains(usual.root().toString(), Part.BENEFICIARY.title())
                .contains("To begin anew: ./riaya reset, ")
                .contains("RIAYA_HOME.")
                .contains(logs().of(Part.BENEFICIARY.id()).toString())
                .doesNotContainIgnoringCase("flyway");
    }

    @Test
    void anotherHomeIsNamedInTheCommandThatEmptiesIt() throws IOException {
        home = new Home(folder.resolve("my data"));
        home.create();
        write("FlywayValidateException: Validate failed\n");

        assertThat(explained().getMessage())
                .contains("To begin anew: RIAYA_HOME='" + home.root() + "' ./riaya reset, ")
                .contains("name another with RIAYA_HOME.");
    }

    @Test
    void theBenchmarksOwnHomeIsNamedToo() throws IOException {
        home = new Home(usual.root().resolve("bench"));
        home.create();
        Files.createFile(home.ofTheBench());
        write("FlywayValidateException: Validate failed\n");

        assertThat(explained().getMessage())
                .contains("The data in " + home.root() + " ")
                .contains("RIAYA_HOME=" + home.root() + " ./riaya reset, ")
                .contains("name another with RIAYA_BENCH_HOME.");
    }

    @Test
    void anyOtherFaultStaysAsItIs() throws IOException {
        assertThat(explained()).isSameAs(ENDED);
        write("Caused by: org.flywaydb.core.internal.command.DbMigrate$FlywayMigrateException: Migration failed\n");
        assertThat(explained()).isSameAs(ENDED);
    }

    private StackFault explained() {
        return new FormerData(home, usual, logs()).explained(Part.BENEFICIARY, ENDED);
    }

    private LogFiles logs() {
        return new LogFiles(home.logs());
    }

    private void write(String log) throws IOException {
        Files.writeString(logs().of(Part.BENEFICIARY.id()), log);
    }
}
