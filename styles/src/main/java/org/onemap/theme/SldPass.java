package org.onemap.theme;

import java.util.List;

/**
 * One {@code FeatureTypeStyle} of an SLD: renderers draw all features with it before they begin the next. Immutable.
 *
 * @param stage where it stands in the drawing order of the whole map
 * @param part what it draws
 * @param rules at least one
 */
record SldPass(ThemeRule.Stage stage, Part part, List<SldRule> rules) {

    /** In drawing order. */
    enum Part {
        CASING,
        BODY,
        LABEL
    }

    SldPass {
        rules = List.copyOf(rules);
    }

    void write(SldXml xml) {
        xml.open(xml.se("FeatureTypeStyle"));
        rules.forEach(rule -> rule.write(xml));
        xml.close();
    }
}
