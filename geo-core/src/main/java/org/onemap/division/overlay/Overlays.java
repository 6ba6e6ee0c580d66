package org.onemap.division.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.feature.Content;

/** The dedicated grids and professional nets of a map, by code and by member. Immutable, safe for any number of threads. */
public final class Overlays {

    private static final Overlays NONE = new Overlays(List.of(), List.of());

    private final Map<String, DedicatedGrid> dedicated = new HashMap<>();
    private final Map<String, List<NetArea>> areasOfGrid = new HashMap<>();

    private Overlays(Collection<DedicatedGrid> dedicated, Collection<NetArea> areas) {
        dedicated.forEach(grid -> this.dedicated.putIfAbsent(grid.code(), grid));
        List<NetArea> inOrder = new ArrayList<>(areas);
        inOrder.sort(Comparator.comparing(NetArea::net).thenComparing(NetArea::code));
        for (NetArea area : inOrder) {
            area.members().forEach(grid -> areasOfGrid
                    .computeIfAbsent(grid, unused -> new ArrayList<>(1))
                    .add(area));
        }
    }

    /** None at all. */
    public static Overlays none() {
        return NONE;
    }

    /** These. */
    public static Overlays of(Collection<DedicatedGrid> dedicated, Collection<NetArea> areas) {
        return new Overlays(dedicated, areas);
    }

    /** Whether the rows of a layer are of any interest here. */
    public static boolean isLayer(String name) {
        return name.equals(DedicatedGrid.LAYER) || name.equals(NetArea.LAYER.name());
    }

    /** Those of the rows of such layers. */
    public static Overlays read(Collection<Content> dedicated, Collection<Content> areas) {
        return of(
                dedicated.stream().map(DedicatedGrid::read).toList(),
                areas.stream().map(NetArea::read).toList());
    }

    /** The areas of professional nets of which a grid is a member, by net; more than one of a net is a fault of the net. */
    public List<NetArea> areas(String grid) {
        return List.copyOf(areasOfGrid.getOrDefault(grid, List.of()));
    }

    /**
     * The dedicated grid that answers for a matter: the lowest precedence, then one that names the matter before one that
     * answers for everything, then the lowest code.
     *
     * @param covering codes of the dedicated grids that cover the position
     * @param matter for instance 消防
     * @return empty where none answers for it: then the grid of the tree does
     */
    public Optional<DedicatedGrid> responsible(Collection<String> covering, String matter) {
        return covering.stream()
                .map(code -> dedicated.getOrDefault(
                        code, new DedicatedGrid(code, "", List.of(), DedicatedGrid.LAST, List.of())))
                .filter(grid -> grid.answersFor(matter))
                .min(Comparator.comparingInt(DedicatedGrid::precedence)
                        .thenComparing(grid -> grid.matters().isEmpty())
                        .thenComparing(DedicatedGrid::code));
    }
}
