package org.onemap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers kept as files under {@code src/test/resources/golden}. Run the tests with {@code -Dsurefire.jvm=-Dgolden.write=true}
 * to write them anew, and read the difference.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Golden() {}

    /** Compares an answer with its file; the server's address is written as {@code http://onemap}. */
    public static void check(String name, JsonNode actual, String url) {
        try {
            String text = MAPPER.writeValueAsString(actual).replace(url, "http://onemap") + "\n";
            Path file = FOLDER.resolve(name + ".json");
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file).as("write it with -Dgolden.write=true").exists();
            assertThat(text).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
