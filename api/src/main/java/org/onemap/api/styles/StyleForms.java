package org.onemap.api.styles;

import java.util.List;
import org.onemap.api.http.Representation;
import org.onemap.theme.SldVersion;

/** The languages in which a style can be had. */
final class StyleForms {

    /** MapLibre; also for whoever asks for plain JSON, as MapLibre GL JS does. */
    static final Representation MAPBOX =
            new Representation("mapbox", "application/vnd.mapbox.style+json", List.of("application/json", "text/json"));

    static final Representation SLD_1_0 = new Representation("sld10", SldVersion.V1_0.mediaType(), List.of());

    static final Representation SLD_1_1 =
            new Representation("sld11", SldVersion.V1_1.mediaType(), List.of("application/vnd.ogc.se+xml"));

    /** OpenLayers flat styles. */
    static final Representation OPENLAYERS =
            new Representation("ol", "application/vnd.openlayers.flat-style+json", List.of());

    /** All of them; the first answers who has no wish. */
    static final List<Representation> ALL = List.of(MAPBOX, SLD_1_0, SLD_1_1, OPENLAYERS);

    private StyleForms() {}

    /** What users read. */
    static String title(Representation form) {
        return switch (form.token()) {
            case "mapbox" -> "MapLibre style, version 8";
            case "sld10" -> "OGC SLD 1.0";
            case "sld11" -> "OGC SLD 1.1 with Symbology Encoding 1.1";
            default -> "OpenLayers flat styles";
        };
    }

    /** Where the language is described. */
    static String specification(Representation form) {
        return switch (form.token()) {
            case "mapbox" -> "https://maplibre.org/maplibre-style-spec/";
            case "sld10" -> "https://portal.ogc.org/files/?artifact_id=1188";
            case "sld11" -> "https://portal.ogc.org/files/?artifact_id=22364";
            default -> "https://openlayers.org/en/latest/apidoc/module-ol_style_flat.html";
        };
    }

    /** The version of the language. */
    static String version(Representation form) {
        return switch (form.token()) {
            case "mapbox" -> "8";
            case "sld10" -> SldVersion.V1_0.number();
            case "sld11" -> SldVersion.V1_1.number();
            default -> "10";
        };
    }
}
