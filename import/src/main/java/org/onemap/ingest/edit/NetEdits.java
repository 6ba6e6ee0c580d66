package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.division.life.DivisionKey;
import org.onemap.division.life.DivisionRows;
import org.onemap.division.overlay.NetArea;
import org.onemap.feature.Content;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * Areas of professional nets (专业网格) set by their members and dropped, each edit as one draft. A grid is in one area of a
 * net at most. Confined to one thread.
 */
public final class NetEdits {

    private final Store store;
    private final String author;
    private final String note;

    /** Edits of this store by this author. */
    public NetEdits(Store store, String author, String note) {
        this.store = store;
        this.author = author;
        this.note = note;
    }

    /**
     * Makes an area or gives it other members.
     *
     * @param area as it is to be; an empty name keeps the one it has
     * @throws InvalidInput if a member is no grid of today or belongs to another area of the net, or the area's code to
     *     another net
     */
    public ChangeSet set(NetArea area) {
        try (ReadView view = store.read()) {
            StoreNets nets = new StoreNets(view);
            DivisionRows rows = new StoreReading(view).divisions();
            Optional<NetArea> old = nets.find(area.code());
            if (old.isPresent() && !old.get().net().equals(area.net())) {
                throw new InvalidInput("area " + area.code() + " belongs to the net "
                        + old.get().net() + "; choose another code");
            }
            requireGrids(rows, area.members());
            requireFree(nets, area);
            String name = area.name().isEmpty() ? old.map(NetArea::name).orElse("") : area.name();
            nets.put(new NetArea(area.net(), area.code(), name, area.members()), rows);
            return write(nets);
        }
    }

    /**
     * Makes a net out of the grids of each division of a level above: one area each.
     *
     * @param level for instance {@code zone}
     */
    public ChangeSet build(String net, String level) {
        try (ReadView view = store.read()) {
            StoreNets nets = new StoreNets(view);
            DivisionRows rows = new StoreReading(view).divisions();
            rows.level(level);
            if (nets.list().stream().anyMatch(area -> area.net().equals(net))) {
                throw new InvalidInput("the net " + net + " is there; alter its areas with: onemap division net set");
            }
            Map<String, List<String>> members = new TreeMap<>();
            for (Content grid : rows.list(StoreNets.LEVEL)) {
                String code = grid.code().orElseThrow();
                String above = ancestor(rows, code, level)
                        .orElseThrow(() -> new InvalidInput("grid " + code + " has no " + level + " above it"));
                members.computeIfAbsent(above, unused -> new ArrayList<>()).add(code);
            }
            members.forEach((above, codes) -> {
                String name = rows.get(new DivisionKey(level, above)).name().orElse(above);
                nets.put(new NetArea(net, net + "-" + above, name + net, codes), rows);
            });
            return write(nets);
        }
    }

    private static Optional<String> ancestor(DivisionRows rows, String grid, String level) {
        DivisionKey key = new DivisionKey(StoreNets.LEVEL, grid);
        while (!key.level().equals(level)) {
            Optional<String> above = rows.level(key.level()).parentLayer();
            Optional<String> parent = rows.find(key).flatMap(Content::parentCode);
            if (above.isEmpty() || parent.isEmpty()) {
                return Optional.empty();
            }
            key = new DivisionKey(above.get(), parent.get());
        }
        return Optional.of(key.code());
    }

    /**
     * Drops an area.
     *
     * @throws NotFound if there is none of this code
     */
    public ChangeSet drop(String code) {
        try (ReadView view = store.read()) {
            StoreNets nets = new StoreNets(view);
            nets.drop(code);
            return write(nets);
        }
    }

    /** The grids below any of these divisions, and those of these that are grids themselves. */
    public List<String> grids(Collection<String> divisions) {
        try (ReadView view = store.read()) {
            DivisionRows rows = new StoreReading(view).divisions();
            TreeSet<String> grids = new TreeSet<>();
            for (String code : divisions) {
                DivisionKey key = StoreReading.key(rows, code, Optional.empty());
                for (Content grid : rows.list(StoreNets.LEVEL)) {
                    String own = grid.code().orElseThrow();
                    if (ancestor(rows, own, key.level()).equals(Optional.of(code))) {
                        grids.add(own);
                    }
                }
            }
            return List.copyOf(grids);
        }
    }

    private ChangeSet write(StoreNets nets) {
        if (!nets.isChanged()) {
            throw new InvalidInput("nothing changes by this edit");
        }
        return Drafts.write(store, author, note, nets::write);
    }

    private static void requireGrids(DivisionRows rows, List<String> members) {
        List<String> unknown = members.stream()
                .filter(code ->
                        rows.find(new DivisionKey(StoreNets.LEVEL, code)).isEmpty())
                .toList();
        if (members.isEmpty() || !unknown.isEmpty()) {
            throw new InvalidInput(
                    members.isEmpty()
                            ? "an area needs members: --members CODE,… or --below CODE,…"
                            : "no grid has the code " + String.join(", ", unknown)
                                    + " today; retired grids are no members");
        }
    }

    private static void requireFree(StoreNets nets, NetArea area) {
        for (NetArea other : nets.list()) {
            if (other.net().equals(area.net()) && !other.code().equals(area.code())) {
                List<String> twice = area.members().stream()
                        .filter(other.members()::contains)
                        .toList();
                if (!twice.isEmpty()) {
                    throw new InvalidInput("grid " + String.join(", ", twice) + " is a member of " + other.code() + " "
                            + other.name() + " already; a grid is in one area of a net");
                }
            }
        }
    }
}
