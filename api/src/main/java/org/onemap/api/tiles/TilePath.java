package org.onemap.api.tiles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.api.http.Exchange;
import org.onemap.feature.Layer;
import org.onemap.snapshot.Snapshot;
import org.onemap.tile.TileId;
import org.onemap.tile.TileMatrixSet;

/** Reads the parts of the paths under {@code /tiles}. */
final class TilePath {

    static final String MATRIX_SET = "tileMatrixSetId";

    private TilePath() {}

    /**
     * The tile that a path names.
     *
     * @throws NotFound if the tile matrix set is not served
     * @throws InvalidInput if there is no such tile in it
     */
    static TileId tile(Exchange exchange) {
        return matrixSet(exchange)
                .tile(
                        number(exchange, "tileMatrix", "zoom level"),
                        number(exchange, "tileRow", "row"),
                        number(exchange, "tileCol", "column"));
    }

    /**
     * The tile matrix set that a path names.
     *
     * @throws NotFound if it is not served
     */
    static TileMatrixSet matrixSet(Exchange exchange) {
        TileMatrixSet served = TileMatrixSet.webMercatorQuad();
        String wanted = exchange.pathPart(MATRIX_SET);
        if (!wanted.equals(served.id())) {
            throw new NotFound("no tile matrix set '" + wanted + "'; there is " + served.id());
        }
        return served;
    }

    /**
     * The layer that a path names, which must have a geometry.
     *
     * @throws NotFound if there is no such layer, or it has no geometry
     */
    static Layer layer(Exchange exchange, Snapshot snapshot) {
        Layer layer = snapshot.layers().get(exchange.pathPart("collectionId"));
        if (!layer.geometry().isSpatial()) {
            throw new NotFound("collection '" + layer.name() + "' has no geometry and so no tiles");
        }
        return layer;
    }

    /**
     * The layers that {@code collections=a,b} names, in the order of the catalog; all without it.
     *
     * @throws InvalidInput if it names none
     * @throws NotFound if one is not there
     */
    static List<Layer> layers(Exchange exchange, Snapshot snapshot) {
        List<Layer> all = Tiles.tileLayers(snapshot);
        Optional<String> wanted = exchange.query().find("collections");
        if (wanted.isEmpty()) {
            return all;
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : wanted.get().split(",", -1)) {
            if (!name.isBlank()) {
                names.add(snapshot.layers().get(name.trim()).name());
            }
        }
        if (names.isEmpty()) {
            throw new InvalidInput("collections= names none; leave it out for all, or list some: "
                    + String.join(",", all.stream().map(Layer::name).toList()));
        }
        return new ArrayList<>(
                all.stream().filter(layer -> names.contains(layer.name())).toList());
    }

    private static int number(Exchange exchange, String part, String what) {
        String text = exchange.pathPart(part);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput("'" + text + "' is no " + what + ": tiles are at …/{zoom}/{row}/{column}", e);
        }
    }
}
