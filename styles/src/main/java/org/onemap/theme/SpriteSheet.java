package org.onemap.theme;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * All {@link Icons} in one picture, side by side, with an index: what MapLibre calls a sprite. Immutable.
 *
 * @param ratio pixels for each unit of an icon: 1, or 2 for dense screens
 */
public record SpriteSheet(int ratio) {

    public SpriteSheet {
        if (ratio < 1 || ratio > 4) {
            throw new IllegalArgumentException("a sprite has 1 to 4 pixels a unit, not " + ratio);
        }
    }

    /** The index: icon to place in the picture. */
    public String json() {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        int size = Icons.SIZE * ratio;
        for (int i = 0; i < Icons.names().size(); i++) {
            ObjectNode place = index.putObject(Icons.names().get(i));
            place.put("x", i * size).put("y", 0).put("width", size).put("height", size);
            place.put("pixelRatio", ratio);
        }
        return index.toString();
    }

    /** The picture, as PNG. */
    public byte[] png() {
        List<String> names = Icons.names();
        int size = Icons.SIZE * ratio;
        BufferedImage sheet = new BufferedImage(names.size() * size, size, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < names.size(); i++) {
            Graphics2D canvas = sheet.createGraphics();
            canvas.translate(i * size, 0);
            canvas.scale(ratio, ratio);
            IconPainter.paint(canvas, names.get(i));
            canvas.dispose();
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(sheet, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
