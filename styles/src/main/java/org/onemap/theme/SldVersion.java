package org.onemap.theme;

/** The two versions of OGC Styled Layer Descriptor (OGC 02-070, and 05-078r4 with Symbology Encoding 05-077r4). */
public enum SldVersion {
    /** SLD 1.0.0. */
    V1_0("1.0.0", "application/vnd.ogc.sld+xml;version=1.0", "application/vnd.ogc.sld+xml"),
    /** SLD 1.1.0: symbols in the namespace of Symbology Encoding. */
    V1_1("1.1.0", "application/vnd.ogc.sld+xml;version=1.1", "application/vnd.ogc.se+xml");

    private final String number;
    private final String mediaType;
    private final String geoServerMediaType;

    SldVersion(String number, String mediaType, String geoServerMediaType) {
        this.number = number;
        this.mediaType = mediaType;
        this.geoServerMediaType = geoServerMediaType;
    }

    /** As the root element says it: {@code 1.0.0}, {@code 1.1.0}. */
    public String number() {
        return number;
    }

    /** The media type of OGC API Styles. */
    public String mediaType() {
        return mediaType;
    }

    /** The {@code Content-Type} by which GeoServer's REST interface tells the versions apart. */
    public String geoServerMediaType() {
        return geoServerMediaType;
    }
}
