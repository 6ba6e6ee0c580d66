package org.onemap.api.viewer;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes pictures with a palette (median cut), a third of the size of true colour. Stateless. */
final class SmallPng {

    private SmallPng() {}

    /** Writes a picture with at most so many colours, 256 at most. */
    static void write(BufferedImage picture, int colours, Path file) throws IOException {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<List<Integer>> boxes = new ArrayList<>(List.of(new ArrayList<>(counts.keySet())));
        while (boxes.size() < colours && split(boxes, counts)) {
            // until no box is left that could be split
        }
        int[] palette = new int[boxes.size()];
        Map<Integer, Integer> indexOf = new HashMap<>();
        for (int i = 0; i < palette.length; i++) {
            palette[i] = mean(boxes.get(i), counts);
            for (int colour : boxes.get(i)) {
                indexOf.put(colour, i);
            }
        }
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                indexed.getRaster().setSample(x, y, 0, indexOf.get(picture.getRGB(x, y) & 0xffffff));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(indexed, "png", file.toFile());
    }

    /** Splits the box with the largest spread, weighed by the root of its pixels, at the median of its longest side. */
    private static boolean split(List<List<Integer>> boxes, Map<Integer, Integer> counts) {
        int widest = -1;
        int channel = 0;
        double score = 0;
        for (int i = 0; i < boxes.size(); i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                double spread = spread(boxes.get(i), shift)
                        * Math.sqrt(boxes.get(i).stream().mapToInt(counts::get).sum());
                if (spread > score) {
                    score = spread;
                    widest = i;
                    channel = shift;
                }
            }
        }
        if (widest < 0) {
            return false;
        }
        int shift = channel;
        List<Integer> box = boxes.get(widest);
        box.sort((a, b) -> Integer.compare((a >> shift) & 255, (b >> shift) & 255));
        int middle = box.size() / 2;
        boxes.add(new ArrayList<>(box.subList(middle, box.size())));
        boxes.set(widest, new ArrayList<>(box.subList(0, middle)));
        return true;
    }

    private static int spread(List<Integer> box, int shift) {
        int min = 255;
        int max = 0;
        for (int colour : box) {
            min = Math.min(min, (colour >> shift) & 255);
            max = Math.max(max, (colour >> shift) & 255);
        }
        return box.size() < 2 ? 0 : max - min;
    }

    private static int mean(List<Integer> box, Map<Integer, Integer> counts) {
        long pixels = 0;
        long[] sums = new long[3];
        for (int colour : box) {
            int count = counts.get(colour);
            pixels += count;
            for (int i = 0; i < 3; i++) {
                sums[i] += (long) count * ((colour >> (8 * i)) & 255);
            }
        }
        int mean = 0;
        for (int i = 0; i < 3; i++) {
            mean |= (int) (sums[i] / pixels) << (8 * i);
        }
        return mean;
    }
}
