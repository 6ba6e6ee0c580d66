package org.onemap.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The passes that draw one layer, in drawing order: by stage all casings, then each rule's body; at last the labels.
 * Immutable.
 *
 * <p>A pass is drawn feature by feature, so rules whose order is seen stand in passes of their own; rules that never draw
 * at the same level, and marks of points, share one, since each pass costs a renderer one more reading of the table.
 */
final class SldLayer {

    private final ThemeLayer layer;
    private final SldConditions conditions;
    private final Set<Integer> dimensions;
    private final String font;

    SldLayer(ThemeLayer layer, LayerFields fields, String font) {
        this.layer = layer;
        this.conditions = new SldConditions(fields);
        this.dimensions = fields.dimensions(layer.geometry());
        this.font = font;
    }

    List<SldPass> passes() {
        List<SldPass> passes = new ArrayList<>();
        for (ThemeRule.Stage stage : ThemeRule.Stage.values()) {
            addPass(passes, stage, SldPass.Part.CASING, inStage(stage).flatMap(this::casing));
            List<ThemeRule> together = new ArrayList<>();
            for (ThemeRule rule :
                    inStage(stage).filter(r -> r.symbol().isShape()).toList()) {
                boolean apart = stage != ThemeRule.Stage.POINT
                        && together.stream().anyMatch(other -> other.zoom().overlaps(rule.zoom()));
                if (apart) {
                    addPass(passes, stage, SldPass.Part.BODY, together.stream().flatMap(this::body));
                    together.clear();
                }
                together.add(rule);
            }
            addPass(passes, stage, SldPass.Part.BODY, together.stream().flatMap(this::body));
        }
        ThemeRule.Stage top = passes.stream()
                .map(SldPass::stage)
                .max(Comparator.naturalOrder())
                .orElse(ThemeRule.Stage.AREA);
        addPass(passes, top, SldPass.Part.LABEL, layer.rules().stream().flatMap(this::label));
        return passes;
    }

    private Stream<ThemeRule> inStage(ThemeRule.Stage stage) {
        return layer.rules().stream().filter(rule -> rule.stage() == stage);
    }

    private static void addPass(List<SldPass> passes, ThemeRule.Stage stage, SldPass.Part part, Stream<SldRule> rules) {
        List<SldRule> drawn = rules.filter(rule -> !(rule.filter() instanceof SldFilter.Never))
                .toList();
        if (!drawn.isEmpty()) {
            passes.add(new SldPass(stage, part, drawn));
        }
    }

    /** What is common to the rules that one rule of the theme becomes. */
    private final class Expansion {
        private final ThemeRule rule;
        private final String name;
        private final String title;
        private final List<SldRule> rules = new ArrayList<>();

        Expansion(ThemeRule rule, String part) {
            this.rule = rule;
            this.name = layer.id() + "-" + (layer.rules().indexOf(rule) + 1) + part;
            this.title = part.isEmpty() ? rule.legend() : "";
        }

        void expand(Stream<Paint> paints, List<ByZoom> sizes, Drawing drawing, Set<Integer> drawable) {
            List<ZoomRange> steps = ZoomSteps.of(rule.zoom(), sizes);
            for (SldColors colors : SldColors.choices(paints, conditions)) {
                for (ZoomRange step : steps) {
                    for (int dimension : drawable.stream()
                            .filter(dimensions::contains)
                            .sorted()
                            .toList()) {
                        SldFilter filter = SldFilter.and(
                                List.of(conditions.of(rule, layer), colors.when(), ofDimension(dimension)));
                        String suffix = colors.suffix()
                                + (steps.size() > 1 ? "-z" + step.min() : "")
                                + (dimensions.size() > 1 ? "-d" + dimension : "");
                        rules.add(new SldRule(
                                name + suffix,
                                title,
                                filter,
                                step,
                                xml -> drawing.draw(new SldSymbols(xml, colors, step.min()), dimension)));
                    }
                }
            }
        }
    }

    private interface Drawing {
        void draw(SldSymbols symbols, int dimension);
    }

    private SldFilter ofDimension(int dimension) {
        return dimensions.size() == 1 ? new SldFilter.Always() : new SldFilter.Dimension(dimension);
    }

    private Stream<SldRule> casing(ThemeRule rule) {
        Expansion expansion = new Expansion(rule, "-casing");
        rule.symbol().stroke().ifPresent(stroke -> stroke.casing()
                .ifPresent(casing -> expansion.expand(
                        Stream.of(casing.color()),
                        List.of(stroke.width()),
                        (symbols, dimension) -> symbols.casing(stroke, casing, dimension == 2),
                        Set.of(1, 2))));
        return expansion.rules.stream();
    }

    private Stream<SldRule> body(ThemeRule rule) {
        Symbol symbol = rule.symbol();
        Expansion expansion = new Expansion(rule, "");
        List<ByZoom> widths = symbol.stroke().map(Symbol.Stroke::width).stream().toList();
        if (symbol.fill().isPresent() || symbol.stroke().isPresent()) {
            Stream<Paint> paints =
                    Stream.concat(symbol.fill().stream(), symbol.stroke().map(Symbol.Stroke::color).stream());
            expansion.expand(paints, widths, (symbols, dimension) -> symbols.polygon(symbol), Set.of(2));
        }
        symbol.stroke()
                .ifPresent(stroke -> expansion.expand(
                        Stream.of(stroke.color()), widths, (symbols, dimension) -> symbols.line(stroke), Set.of(1)));
        if (symbol.circle().isPresent() || symbol.icon().isPresent()) {
            Stream<Paint> paints =
                    symbol.circle().stream().flatMap(circle -> Stream.of(circle.fill(), circle.stroke()));
            List<ByZoom> sizes = Stream.concat(
                            symbol.circle().map(Symbol.Circle::radius).stream(),
                            symbol.icon().map(Symbol.Icon::size).stream())
                    .toList();
            expansion.expand(paints, sizes, (symbols, dimension) -> symbols.point(symbol), Set.of(0));
        }
        return expansion.rules.stream();
    }

    private Stream<SldRule> label(ThemeRule rule) {
        List<SldRule> rules = new ArrayList<>();
        rule.symbol().label().ifPresent(label -> {
            int wordingNumber = 0;
            for (SldConditions.Wording wording : conditions.wordings(label.text())) {
                Expansion expansion =
                        new Expansion(rule, "-label" + (wordingNumber == 0 ? "" : "-" + (wordingNumber + 1)));
                expansion.expand(
                        Stream.of(label.color(), label.halo()),
                        List.of(label.size()),
                        (symbols, dimension) -> symbols.label(label, wording.pieces(), font, dimension),
                        Set.of(0, 1, 2));
                expansion.rules.forEach(r -> rules.add(r.onlyWhere(wording.when())));
                wordingNumber++;
            }
        });
        return rules.stream();
    }
}
