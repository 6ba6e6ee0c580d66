package org.onemap.geoserver.catalog;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.w3c.dom.Element;

/**
 * Layers of the tile cache. XML both ways: the cache cannot read its own JSON. A PUT replaces everything, so it is
 * always sent in full.
 */
final class TileLayerPort implements ObjectPort {

    static final String ENABLED = "enabled";
    static final String FORMATS = "mimeFormats";
    static final String GRID_SETS = "gridSubsets";
    static final String META_TILE = "metaWidthHeight";
    static final String GUTTER = "gutter";

    private final Site site;

    TileLayerPort(Site site) {
        this.site = site;
    }

    private RestPath path(String name) {
        return RestPath.tileCache("layers", site.qualified(name));
    }

    @Override
    public boolean exists(String name) {
        return site.client().get(path(name).xml()).isOk();
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        RestAnswer answer = site.client().get(path(wanted.key().name()).xml());
        if (!answer.isOk()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        Xml.parse(answer.text()).ifPresent(document -> {
            Element layer = document.getDocumentElement();
            found.put(ENABLED, Xml.text(layer, ENABLED));
            found.put(FORMATS, sameSet(Xml.texts(layer, FORMATS, "string"), wanted, FORMATS));
            found.put(GRID_SETS, sameSet(Xml.texts(layer, GRID_SETS, "gridSubset", "gridSetName"), wanted, GRID_SETS));
            found.put(META_TILE, String.join("×", Xml.texts(layer, META_TILE, "int")));
            found.put(GUTTER, Xml.text(layer, GUTTER));
        });
        return Optional.of(new ObjectState(wanted.key(), found, ""));
    }

    private static String sameSet(List<String> found, ObjectState wanted, String property) {
        Set<String> set = new HashSet<>(found);
        return set.equals(new HashSet<>(wanted.list(property))) ? wanted.get(property) : ObjectState.join(found);
    }

    /** Old tiles of a layer that once had this name may lie on the disk: they go. */
    @Override
    public void create(ObjectState wanted) {
        update(wanted);
    }

    @Override
    public void update(ObjectState wanted) {
        String name = wanted.key().name();
        site.client().put(path(name), RestBody.xml(xml(wanted))).orFail("cache the tiles of " + name);
    }

    private String xml(ObjectState wanted) {
        StringBuilder subsets = new StringBuilder();
        wanted.list(GRID_SETS).forEach(set -> subsets.append("<gridSubset><gridSetName>")
                .append(Xml.escape(set))
                .append("</gridSetName></gridSubset>"));
        return "<GeoServerLayer><name>" + Xml.escape(site.qualified(wanted.key().name())) + "</name><enabled>"
                + wanted.get(ENABLED) + "</enabled><mimeFormats>"
                + GridSetPort.elements("string", wanted.list(FORMATS)) + "</mimeFormats><gridSubsets>" + subsets
                + "</gridSubsets><metaWidthHeight>"
                + GridSetPort.elements("int", List.of(wanted.get(META_TILE).split("×")))
                + "</metaWidthHeight><expireCache>0</expireCache><expireClients>0</expireClients><parameterFilters>"
                + "<styleParameterFilter><key>STYLES</key><defaultValue></defaultValue></styleParameterFilter>"
                + "</parameterFilters><gutter>" + wanted.get(GUTTER) + "</gutter></GeoServerLayer>";
    }

    @Override
    public void remove(String name) {
        RestAnswer answer = site.client().delete(path(name));
        if (!answer.isMissing()) {
            answer.orFail("take " + name + " out of the tile cache");
        }
    }
}
