package org.onemap.locate.batch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.crs.Coordsys;
import org.onemap.crs.SourceCrs;

/** What the numbers of points mean: degrees on one of four datums, projected metres, or not known. Immutable. */
public final class PointCrs {

    private static final PointCrs UNKNOWN = new PointCrs(Optional.empty());
    private static final Map<Coordsys, PointCrs> BY_COORDSYS = new EnumMap<>(Coordsys.class);

    static {
        for (Coordsys one : Coordsys.values()) {
            BY_COORDSYS.put(one, new PointCrs(Optional.of(SourceCrs.of(one))));
        }
    }

    private final Optional<SourceCrs> crs;
    private final boolean identity;

    private PointCrs(Optional<SourceCrs> crs) {
        this.crs = crs;
        this.identity = crs.isPresent() && crs.get().isIdentity();
    }

    /** Each row says it itself. */
    public static PointCrs unknown() {
        return UNKNOWN;
    }

    /** Degrees. */
    public static PointCrs of(Coordsys coordsys) {
        return Objects.requireNonNull(BY_COORDSYS.get(coordsys));
    }

    /**
     * Degrees by the word of {@link Coordsys}, else a code such as {@code EPSG:4547}.
     *
     * @throws InvalidInput if it is neither
     */
    public static PointCrs parse(String text) {
        if (text.matches("(?i)\\s*(\\d+|.*[:/].*|CRS84)\\s*")) {
            return new PointCrs(Optional.of(SourceCrs.parse(text)));
        }
        return of(Coordsys.parse(text));
    }

    boolean isUnknown() {
        return crs.isEmpty();
    }

    boolean isIdentity() {
        return identity;
    }

    boolean isProjected() {
        return crs.isPresent() && !crs.get().isGeographic();
    }

    void toCgcs2000(double[] xy, int count) {
        crs.orElseThrow().toCgcs2000(xy, count);
    }

    /** How an answer names it; empty if it is not known. */
    public String describe() {
        return crs.map(SourceCrs::describe).orElse("");
    }
}
