package org.onemap.theme;

import java.util.List;
import org.onemap.InvalidInput;

/**
 * What one map looks like: the content of a theme file. Immutable.
 *
 * @param name its id, for instance {@code one-map}
 * @param title what users read
 * @param description one sentence for users
 * @param font CSS font stack of all labels
 * @param background colour behind everything
 * @param dark whether the background is dark, so that what stands around the map is dark as well
 * @param layers bottom first
 * @param others how layers look that the theme does not name: the first such layer takes the first, and so on around
 * @param marks how the viewer's own marks look: {@code selected}, {@code position}
 */
public record Theme(
        String name,
        String title,
        String description,
        String font,
        String background,
        boolean dark,
        List<ThemeLayer> layers,
        List<ThemeLayer> others,
        List<ThemeLayer> marks) {

    public Theme {
        layers = List.copyOf(layers);
        others = List.copyOf(others);
        marks = List.copyOf(marks);
    }

    /**
     * Reads a theme file.
     *
     * @param file how messages name the file
     * @param yaml its text
     * @throws InvalidInput if it is no theme; the message names file and line
     */
    public static Theme parse(String file, String yaml) {
        return new ThemeReader(ThemeNode.parse(file, yaml)).read();
    }
}
