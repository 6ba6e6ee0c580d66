package org.onemap.api.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comparison of pictures forgives and what it does not, on a line over a field. */
class PictureComparisonTest {

    /** Colour and width of the line, its shift in pixels, colour of the ground; what is seen. */
    @ParameterizedTest(name = "{0} {1} px, shifted {2}, on {3}: flat {4}, edges {5}")
    @CsvSource({
        "3563a8, 6,  0,   f4f3f0, same,      same",
        "3563a8, 6,  0.3, f4f3f0, same,      same",
        "3563a8, 6,  0,   f4f1f0, same,      same",
        "3563a8, 6,  0,   f4eff0, different, same",
        "a83563, 6,  0,   f4f3f0, different, different",
        "a83563, 1,  0,   f4f3f0, same,      different",
        "3563a8, 12, 0,   f4f3f0, same,      different",
        "3563a8, 6,  4,   f4f3f0, different, different",
        "f4f3f0, 6,  0,   f4f3f0, different, different",
    })
    void tellsSmoothingFromMistakes(String line, float width, double shift, String ground, String flat, String edges) {
        float right = width == 1 ? 1 : 6;
        PictureComparison compared =
                PictureComparison.of(picture("3563a8", right, 0, "f4f3f0"), picture(line, width, shift, ground));
        assertThat(compared.flatDiffering() == 0 ? "same" : "different")
                .as("flat %s", compared)
                .isEqualTo(flat);
        assertThat(compared.unexplained() < 0.05 ? "same" : "different")
                .as("edges %s", compared)
                .isEqualTo(edges);
    }

    private static BufferedImage picture(String line, float width, double shift, String ground) {
        BufferedImage picture = new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(Integer.parseInt(ground, 16)));
        graphics.fillRect(0, 0, 200, 120);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(Integer.parseInt(line, 16)));
        graphics.setStroke(new BasicStroke(width));
        graphics.draw(new Line2D.Double(-10, 20 + shift, 210, 97 + shift));
        graphics.dispose();
        return picture;
    }
}
