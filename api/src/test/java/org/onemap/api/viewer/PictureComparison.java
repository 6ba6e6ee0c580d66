package org.onemap.api.viewer;

import java.awt.image.BufferedImage;

/**
 * How two renderers' pictures of the same map differ. Immutable.
 *
 * <p>The renderers smooth edges differently: a pixel at an edge is a mixture in other proportions. So pixels are told apart by that
 * cause. <em>Flat</em> is a pixel that in both pictures looks like its eight neighbours: nothing is smoothed there, and both must
 * have the same colour, {@value #ROUNDING} of 255 apart at most, without exception. All others are the <em>edge band</em>: there each
 * channel must lie between the least and the greatest of the same pixel and its neighbours in the other picture, {@value #COVERAGE} of 255
 * more or less, since coverage is counted in steps, and the other way round. Where three edges meet within a pixel even that is not always
 * so; such pixels are few.
 *
 * @param flat pixels that are flat in both pictures
 * @param flatDiffering those of them whose colours differ
 * @param band pixels of the edge band
 * @param bandDiffering those of them that no smoothing of one edge explains
 */
record PictureComparison(int flat, int flatDiffering, int band, int bandDiffering) {

    /** Half opaque colours come out one or two steps apart. */
    private static final int ROUNDING = 2;

    /** A twentieth of a pixel's coverage. */
    private static final int COVERAGE = 12;

    static PictureComparison of(BufferedImage one, BufferedImage other) {
        int flat = 0;
        int flatDiffering = 0;
        int band = 0;
        int bandDiffering = 0;
        for (int y = 1; y < one.getHeight() - 1; y++) {
            for (int x = 1; x < one.getWidth() - 1; x++) {
                if (isFlat(one, x, y) && isFlat(other, x, y)) {
                    flat++;
                    flatDiffering += isNear(one.getRGB(x, y), other.getRGB(x, y)) ? 0 : 1;
                } else {
                    band++;
                    boolean fits = fits(one.getRGB(x, y), other, x, y) && fits(other.getRGB(x, y), one, x, y);
                    bandDiffering += fits ? 0 : 1;
                }
            }
        }
        return new PictureComparison(flat, flatDiffering, band, bandDiffering);
    }

    /** Share of the edge band that no smoothing explains. */
    double unexplained() {
        return band == 0 ? 0 : bandDiffering / (double) band;
    }

    private static boolean isFlat(BufferedImage picture, int x, int y) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (!isNear(picture.getRGB(x, y), picture.getRGB(x + dx, y + dy))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNear(int color, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((color >> shift & 255) - (other >> shift & 255)) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** Whether each channel lies in the range of the place and its neighbours in the other picture. */
    private static boolean fits(int color, BufferedImage picture, int x, int y) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int least = 255;
            int most = 0;
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    int channel = picture.getRGB(x + dx, y + dy) >> shift & 255;
                    least = Math.min(least, channel);
                    most = Math.max(most, channel);
                }
            }
            int channel = color >> shift & 255;
            if (channel < least - COVERAGE || channel > most + COVERAGE) {
                return false;
            }
        }
        return true;
    }
}
