package org.onemap.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reader that judges our tiles is itself judged by Mapbox's fixtures and real tiles. */
class TileDecoderTest {

    /** Said to be valid, yet refused here. */
    private static final Map<String, String> REFUSED_ALL_THE_SAME = Map.of(
            "016", "the same bytes as 003, which is invalid for lack of a geometry type",
            "039", "a layer of version 1",
            "057", "a MoveTo with far fewer coordinates than its count, as in 051, which is invalid");

    private final Path fixtures = Path.of(System.getProperty("onemap.shared", "../../shared"), "data/G1-mvt-fixtures");

    @BeforeEach
    void needsTheFixtures() {
        assumeTrue(Files.isDirectory(fixtures), () -> "SKIPPED: no tile fixtures at " + fixtures);
    }

    @Test
    void acceptsAndRefusesAsTheFixturesSay() throws IOException {
        Map<String, Boolean> expected = new TreeMap<>();
        Map<String, Boolean> actual = new TreeMap<>();
        for (Path fixture : list(fixtures.resolve("fixtures"))) {
            JsonNode info =
                    new ObjectMapper().readTree(fixture.resolve("info.json").toFile());
            String number = fixture.getFileName().toString();
            expected.put(number, info.at("/validity/v2").asBoolean() && !REFUSED_ALL_THE_SAME.containsKey(number));
            actual.put(number, isValid(Files.readAllBytes(fixture.resolve("tile.mvt"))));
        }
        assertThat(expected).hasSize(74);
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void readsRealTilesOfVersion2() throws IOException {
        int features = 0;
        for (Path city : list(fixtures.resolve("real-world"))) {
            for (Path tile : list(city)) {
                if (tile.toString().endsWith(".mvt") && isValid(Files.readAllBytes(tile))) {
                    features += TileDecoder.decode(Files.readAllBytes(tile)).layers().stream()
                            .mapToInt(layer -> layer.features().size())
                            .sum();
                }
            }
        }
        assertThat(features).isPositive();
    }

    private static boolean isValid(byte[] tile) {
        try {
            TileDecoder.decode(tile);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
