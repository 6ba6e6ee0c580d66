package org.onemap.api.tiles;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;
import org.onemap.tile.TileMatrix;
import org.onemap.tile.TileMatrixSet;

/** {@code /tileMatrixSets/{tileMatrixSetId}}: its definition (OGC 17-083r4). */
public final class TileMatrixSetDefinition implements Endpoint {

    @Override
    public String path() {
        return "/tileMatrixSets/{tileMatrixSetId}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON);
        TileMatrixSet set = TilePath.matrixSet(exchange);
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeStringField("id", set.id());
            json.writeStringField("title", "Google Maps Compatible for the World");
            json.writeStringField("uri", set.uri());
            json.writeStringField("crs", set.crs());
            json.writeArrayFieldStart("orderedAxes");
            json.writeString("X");
            json.writeString("Y");
            json.writeEndArray();
            json.writeStringField("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
            json.writeArrayFieldStart("tileMatrices");
            for (TileMatrix matrix : set.matrices()) {
                write(json, matrix);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, TileMatrix matrix) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", matrix.id());
        json.writeNumberField("scaleDenominator", matrix.scaleDenominator());
        json.writeNumberField("cellSize", matrix.cellSizeM());
        json.writeStringField("cornerOfOrigin", "topLeft");
        json.writeArrayFieldStart("pointOfOrigin");
        for (double number : List.of(-TileMatrixSet.HALF_WIDTH_M, TileMatrixSet.HALF_WIDTH_M)) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        json.writeNumberField("tileWidth", TileMatrixSet.TILE_PIXELS);
        json.writeNumberField("tileHeight", TileMatrixSet.TILE_PIXELS);
        json.writeNumberField("matrixWidth", matrix.matrixSize());
        json.writeNumberField("matrixHeight", matrix.matrixSize());
        json.writeEndObject();
    }
}
