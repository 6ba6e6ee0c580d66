package org.onemap.ingest.road;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.Severity;
import org.onemap.road.Centreline;
import org.onemap.road.PriorNet;
import org.onemap.road.RoadClass;
import org.onemap.road.RoadIssue;
import org.onemap.road.RoadLayers;
import org.onemap.road.RoadNet;
import org.onemap.road.RoadNetBuilder;
import org.onemap.road.RoadNetOptions;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** Builds the net of a store from its road layer and writes it there. Confined to one thread. */
public final class RoadBuild {

    private final Store store;
    private final RoadBuildOptions options;
    private final IssueCollector issues = new IssueCollector();

    public RoadBuild(Store store, RoadBuildOptions options) {
        this.store = store;
        this.options = options;
    }

    /**
     * Builds and writes.
     *
     * @throws org.onemap.OnemapException if a layer is not there, the outline is of no use or the store cannot be written
     */
    public RoadBuildResult run() {
        RoadNet net;
        String county;
        try (ReadView view = store.read()) {
            NetInput input = new NetInput(view);
            List<Centreline> centrelines = input.centrelines(options.layers().roads());
            Optional<Geometry> outline = input.outline(options.layers().outline());
            PriorNet prior = input.prior();
            county = options.countyCode().orElseGet(() -> input.countyCode(prior));
            net = RoadNetBuilder.build(centrelines, netOptions(county, outline), prior);
            input.issues().forEach(this::report);
        }
        net.report().issues().forEach(this::report);
        if (issues.hasErrors()) {
            return new RoadBuildResult(net, county, issues, Optional.empty(), Map.of());
        }
        return write(net, county);
    }

    private RoadNetOptions netOptions(String county, Optional<Geometry> outline) {
        EnumSet<RoadClass> faces = EnumSet.allOf(RoadClass.class);
        if (!options.footways()) {
            faces.remove(RoadClass.FOOTWAY);
        }
        return new RoadNetOptions(county, options.tolerances(), faces, outline);
    }

    private void report(RoadIssue issue) {
        boolean accepted =
                issue.rule().equals("glued-by-a-point") && options.run().acceptParts();
        Severity severity =
                accepted ? Severity.WARNING : Severity.valueOf(issue.severity().name());
        ImportIssue.Place place = ImportIssue.Place.file(
                        String.join(",", options.layers().roads()))
                .code(issue.id());
        ImportIssue one = new ImportIssue(severity, issue.rule(), issue.message(), place, Optional.empty());
        issues.add(issue.where().isPresent() ? one.at(issue.where().get()) : one);
    }

    private RoadBuildResult write(RoadNet net, String county) {
        ChangeSetRequest.Effective effective = options.run()
                .effective()
                .map(ChangeSetRequest.Effective::from)
                .orElseGet(ChangeSetRequest.Effective::today);
        String note = "roads build from " + String.join(", ", options.layers().roads());
        ChangeSetRequest request =
                new ChangeSetRequest(ChangeSet.Kind.EDIT, options.run().author(), effective, note);
        try (ChangeSetWriter writer = store.begin(request)) {
            Map<String, ChangeSet.Counts> counts = new LinkedHashMap<>();
            writer.load(RoadLayers.SEGMENT, ChangeSetWriter.Mode.REPLACE);
            net.segments().forEach(segment -> writer.put(RoadLayers.row(segment)));
            counts.put(RoadLayers.SEGMENT.name(), writer.finishLayer());
            writer.load(RoadLayers.NODE, ChangeSetWriter.Mode.REPLACE);
            net.nodes().forEach(node -> writer.put(RoadLayers.row(node)));
            counts.put(RoadLayers.NODE.name(), writer.finishLayer());
            writer.load(RoadLayers.BLOCK, ChangeSetWriter.Mode.REPLACE);
            net.blocks().forEach(block -> writer.put(RoadLayers.row(block)));
            counts.put(RoadLayers.BLOCK.name(), writer.finishLayer());
            boolean differs = counts.values().stream().anyMatch(one -> one.changed() > 0);
            Optional<ChangeSet> made =
                    differs && !options.run().dryRun() ? Optional.of(writer.commit()) : Optional.empty();
            return new RoadBuildResult(net, county, issues, made, counts);
        }
    }
}
