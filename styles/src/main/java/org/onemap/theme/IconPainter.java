package org.onemap.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Scanner;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Draws onemap's own {@link Icons} as pixels: rectangles, circles and paths of straight lines ({@code M L H V Z}), which is
 * all they are made of. Anything else is refused, so that an icon cannot silently lose a part. Stateless.
 */
final class IconPainter {

    private IconPainter() {}

    /** Draws an icon at the origin of a canvas, in its own units. */
    static void paint(Graphics2D canvas, String name) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        NodeList children = root(name).getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                paint(canvas, element, shape(element));
            }
        }
    }

    private static Element root(String name) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Icons.svg(name))))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the icon " + name + " is no SVG", e);
        }
    }

    private static Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "rect" -> {
                double corner = 2 * number(element, "rx", 0);
                yield new RoundRectangle2D.Double(
                        number(element, "x", 0),
                        number(element, "y", 0),
                        number(element, "width", 0),
                        number(element, "height", 0),
                        corner,
                        corner);
            }
            case "circle" -> {
                double r = number(element, "r", 0);
                yield new Ellipse2D.Double(number(element, "cx", 0) - r, number(element, "cy", 0) - r, 2 * r, 2 * r);
            }
            case "path" -> path(element.getAttribute("d"));
            default -> throw new IllegalStateException("icons have no <" + element.getTagName() + ">");
        };
    }

    private static Path2D path(String d) {
        Path2D path = new Path2D.Double();
        // a letter, or a number: blanks around letters, then token by token
        Scanner tokens = new Scanner(d.replaceAll("([A-Za-z])", " $1 ").replace(',', ' ')).useLocale(Locale.ROOT);
        double x = 0;
        double y = 0;
        while (tokens.hasNext()) {
            String command = tokens.next();
            switch (command) {
                case "M", "L" -> {
                    x = tokens.nextDouble();
                    y = tokens.nextDouble();
                }
                case "H" -> x = tokens.nextDouble();
                case "V" -> y = tokens.nextDouble();
                case "Z" -> path.closePath();
                default -> throw new IllegalStateException("icons have no path command '" + command + "': " + d);
            }
            if (command.equals("M")) {
                path.moveTo(x, y);
            } else if (!command.equals("Z")) {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private static void paint(Graphics2D canvas, Element element, Shape shape) {
        String fill = element.getAttribute("fill");
        if (!fill.isEmpty() && !fill.equals("none")) {
            int opacity = (int) Math.round(255 * number(element, "fill-opacity", 1));
            canvas.setColor(new Color(Integer.parseInt(fill.substring(1), 16) | opacity << 24, true));
            canvas.fill(shape);
        }
        String stroke = element.getAttribute("stroke");
        if (!stroke.isEmpty()) {
            boolean roundCap = element.getAttribute("stroke-linecap").equals("round");
            boolean roundJoin = element.getAttribute("stroke-linejoin").equals("round");
            canvas.setColor(Color.decode(stroke));
            canvas.setStroke(new BasicStroke(
                    (float) number(element, "stroke-width", 1),
                    roundCap ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                    roundJoin ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
                    4));
            canvas.draw(shape);
        }
    }

    private static double number(Element element, String attribute, double otherwise) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }
}
