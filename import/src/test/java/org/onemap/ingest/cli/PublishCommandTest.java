package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.geoserver.standin.GeoServerStandIn;
import org.onemap.geoserver.standin.StandInOptions;

/** {@code onemap publish} over HTTP against the stand-in for GeoServer. */
class PublishCommandTest {

    private static final String PASSWORD = "geoserver";

    @TempDir
    private Path folder;

    private GeoServerStandIn server;
    private String url;
    private Path store;
    private Path credentials;

    @BeforeEach
    void start() throws Exception {
        server = GeoServerStandIn.start(StandInOptions.usual());
        url = server.url();
        store = folder.resolve("town.gpkg");
        credentials = secrets("user=admin\n# a comment\npassword=" + PASSWORD + "\n", "rw-------");
        Path offices = Cli.shapefile(
                folder,
                "office",
                Cli.CGCS2000,
                "CODE NAME",
                "POLYGON((113.54 34.8,113.54 34.82,113.56 34.82,113.56 34.8,113.54 34.8))|410172160|梧桐办事处",
                "POLYGON((113.56 34.8,113.56 34.82,113.58 34.82,113.58 34.8,113.56 34.8))|410172161|枫杨办事处");
        assertThat(Cli.run("import", offices, "--store", store, "--layer", "office")
                        .code())
                .isZero();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path secrets(String text, String permissions) throws Exception {
        Path file = Files.createTempFile(folder, "secrets", "");
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private Cli.Outcome publish(String command, Object... more) {
        Object[] words = {"publish", command, "--geoserver", url, "--workspace", "gaoxin", "--credentials"};
        Object[] all = new Object[words.length + 1 + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = credentials;
        System.arraycopy(more, 0, all, words.length + 1, more.length);
        return Cli.run(all);
    }

    @Test
    void planApplyDiffAndRollbackSayWhatTheyDo() {
        Cli.Outcome plan = publish("plan", "--store", store);
        assertThat(plan.code()).as(plan.toString()).isZero();
        assertThat(plan.out().strip()).contains("feature type").contains("办事处").matches("(?s).*\\n\\d+ changes$");
        assertThat(server.writes()).isEmpty();

        Cli.Outcome apply = publish("apply", "--store", store, "--seed", "8-10");
        assertThat(apply.code()).as(apply.toString()).isZero();
        assertThat(apply.out()).contains("+ feature type office").contains("applied and read back");
        assertThat(apply.err()).contains("tiles of gaoxin:one-map: made");

        server.forget();
        assertThat(publish("apply", "--store", store).out().strip()).isEqualTo("no changes");
        assertThat(publish("plan", "--store", store).out().strip()).isEqualTo("no changes");
        assertThat(publish("diff").out().strip()).isEqualTo("no changes");
        assertThat(server.writes()).isEmpty();

        Cli.Outcome rollback = publish("rollback");
        assertThat(rollback.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(rollback.err()).contains("nothing to go back to");
    }

    @Test
    void passwordsAreNowhere() {
        Cli.Outcome plan = publish("plan", "--store", store);
        Cli.Outcome apply = publish("apply", "--store", store);
        assertThat(plan.toString() + apply).doesNotContain(PASSWORD + "\n").doesNotContain("password=");
        assertThat(server.dump()).doesNotContain("passwd");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        user=admin;password=wrong      | rw------- | refuses user 'admin'
        user=reader;password=geoserver | rw------- | forbids user 'reader'
        user=admin                     | rw------- | no GeoServer password
        user=admin;password=geoserver  | rw-r--r-- | can be read by other users
        admin;geoserver                | rw------- | line 1: expected user=
        """)
    void refusesCredentials(String text, String permissions, String message) throws Exception {
        credentials = secrets(text.replace(";", "\n"), permissions);
        Cli.Outcome plan = publish("plan", "--store", store);
        assertThat(plan.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(plan.err()).contains(message).doesNotContain("wrong\n");
        assertThat(plan.err().lines()).hasSize(1);
    }

    @ParameterizedTest(name = "--seed {0}")
    @CsvSource({"a", "12-8", "0-30", "''"})
    void refusesLevelsThatAreNone(String zooms) {
        Cli.Outcome apply = publish("apply", "--store", store, "--seed=" + zooms);
        assertThat(apply.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(apply.err()).contains("--seed");
        assertThat(server.log()).isEmpty();
    }

    @Test
    void aDatabasePasswordOnTheCommandLineIsRefusedAndNotShown() {
        Cli.Outcome plan = publish("plan", "--store", store, "--geoserver-db", "postgresql://r:s3cret@h/db");
        assertThat(plan.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(plan.toString()).doesNotContain("s3cret");
    }

    @Test
    void aGeoServerThatIsNotThereIsOneSentence() {
        server.close();
        Cli.Outcome plan = publish("plan", "--store", store);
        assertThat(plan.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(plan.err()).contains("does not answer GET /rest/about/version.json");
        assertThat(plan.err()).contains("nothing listens there");
        assertThat(plan.err().lines()).hasSize(1);
    }

    @Test
    void aScopeIsAWorkspaceOfItsOwnWithTheRowsOfOneOffice() {
        Cli.Outcome plan = publish("plan", "--store", store, "--scope", "410172161");
        assertThat(plan.code()).as(plan.toString()).isZero();
        assertThat(server.writes()).isEmpty();
        Cli.Outcome apply = publish("apply", "--store", store, "--scope", "410172161");
        assertThat(apply.code()).as(apply.toString()).isZero();
        assertThat(server.dump())
                .contains("\"cqlFilter\":\"code IN ('410172161')\"")
                .doesNotContain("410172160");
        server.forget();
        assertThat(publish("apply", "--store", store, "--scope", "410172161")
                        .out()
                        .strip())
                .isEqualTo("no changes");
        assertThat(server.writes()).isEmpty();

        Cli.Outcome other = publish("plan", "--store", store, "--scope", "410172999");
        assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(other.err()).contains("410172999");
        assertThat(other.err().lines()).hasSize(1);
    }

    @Test
    void saysWhatGeoServerCannotOpen() {
        Cli.Outcome apply = publish("apply", "--store", store, "--geoserver-db", "/nowhere/town.gpkg");
        assertThat(apply.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(apply.err()).contains("cannot open the store").contains("--geoserver-db");
    }
}
