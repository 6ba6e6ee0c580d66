package org.onemap.ingest.read.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;

/** Pulls features out of a text, one in memory at a time. Confined to one thread. */
final class GeoJsonReader implements Closeable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(64 << 20)
                    .build())
            .build();

    /** What the parser says about where its text comes from, which is not known to it. */
    private static final Pattern SOURCE = Pattern.compile(" ?\\([^()]*\\[Source: [^\\]]*\\]\\)");

    private final String displayName;
    private final JsonParser parser;
    private final FeatureParser features;
    private RawFeature root = new RawFeature();
    private boolean begun;
    private boolean inRoot;
    private boolean inFeatures;
    private boolean collection;
    private long count;
    private Optional<String> crsName = Optional.empty();
    private boolean crsIsNull;

    GeoJsonReader(Path file, String displayName, Optional<Charset> charset) {
        this.displayName = displayName;
        try {
            this.parser = JSON.createParser(JsonText.open(file, displayName, charset));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        this.features = new FeatureParser(parser);
    }

    /** The next feature; null after the last one. */
    @Nullable
    RawFeature next() {
        try {
            RawFeature feature = read();
            if (feature != null) {
                count++;
            }
            return feature;
        } catch (CharacterCodingException e) {
            throw new InvalidInput(
                    displayName + " is not written in UTF-8, as GeoJSON has to be (behind feature " + count
                            + "): say what it is with --charset, for instance --charset GB18030",
                    e);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new CorruptData(
                    displayName + " is no JSON behind feature " + count + where + ": "
                            + SOURCE.matcher(e.getOriginalMessage()).replaceAll(""),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + displayName, e);
        }
    }

    private @Nullable RawFeature read() throws IOException {
        while (true) {
            if (inFeatures) {
                JsonToken token = parser.nextToken();
                if (token != JsonToken.END_ARRAY) {
                    return features.feature();
                }
                inFeatures = false;
            } else if (inRoot) {
                if (parser.nextToken() == JsonToken.END_OBJECT) {
                    inRoot = false;
                    if (!collection) {
                        return whole();
                    }
                } else {
                    rootMember(parser.currentName());
                }
            } else if (!beginRoot()) {
                return null;
            }
        }
    }

    private boolean beginRoot() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            if (!begun) {
                throw new InvalidInput(displayName
                        + " is empty: GeoJSON is at least {\"type\": \"FeatureCollection\", \"features\": []}");
            }
            return false;
        }
        begun = true;
        if (token != JsonToken.START_OBJECT) {
            throw new InvalidInput(displayName + " is JSON, but no GeoJSON: it is made of "
                    + (token == JsonToken.START_ARRAY ? "an array" : "a bare value") + " and not of an object");
        }
        root = new RawFeature();
        inRoot = true;
        collection = false;
        return true;
    }

    private void rootMember(String name) throws IOException {
        JsonToken token = parser.nextToken();
        if (name.equals("features") && token == JsonToken.START_ARRAY) {
            collection = true;
            inFeatures = true;
        } else if (name.equals("crs")) {
            crs();
        } else if (name.equals("name") || name.equals("bbox")) {
            parser.skipChildren();
        } else {
            features.member(root, name);
        }
    }

    private void crs() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            crsIsNull = true;
            return;
        }
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (token != null) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                crsName = Optional.of(parser.getText());
            }
            if (depth <= 0) {
                return;
            }
            token = parser.nextToken();
        }
    }

    /** A document that is one feature or one geometry. */
    private RawFeature whole() {
        String type = String.valueOf(root.self.type);
        if (type.equals("Feature") || root.isGeometry()) {
            return root;
        }
        String what = type.equals("Topology")
                ? "it is TopoJSON: convert it to GeoJSON (for instance with mapshaper)"
                : "its type is " + type + ", and it has no features";
        throw new InvalidInput(displayName + " is JSON, but no GeoJSON: " + what);
    }

    /** The name in the {@code crs} member of the 2008 specification, as far as it has been read. */
    Optional<String> crsName() {
        return crsName;
    }

    /** Whether the {@code crs} member says that nothing is known. */
    boolean crsIsNull() {
        return crsIsNull;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + displayName, e);
        }
    }
}
