package org.onemap.crs;

/**
 * Coefficients of the series of {@link TransverseMercator} as polynomials of the third flattening n, to n⁶. Source:
 * Karney 2011, "Transverse Mercator with an accuracy of a few nanometers", equations 35 and 36, for the plane; Engsager
 * and Poder 2007 for the conformal latitude.
 */
final class KrugerSeries {

    private KrugerSeries() {}

    /** Geographic to conformal latitude. */
    static double[] toConformal(double n) {
        return new double[] {
            at(n, 1, -2, 2. / 3, 4. / 3, -82. / 45, 32. / 45, 4642. / 4725),
            at(n, 2, 5. / 3, -16. / 15, -13. / 9, 904. / 315, -1522. / 945),
            at(n, 3, -26. / 15, 34. / 21, 8. / 5, -12686. / 2835),
            at(n, 4, 1237. / 630, -12. / 5, -24832. / 14175),
            at(n, 5, -734. / 315, 109598. / 31185),
            at(n, 6, 444337. / 155925)
        };
    }

    /** Conformal to geographic latitude. */
    static double[] fromConformal(double n) {
        return new double[] {
            at(n, 1, 2, -2. / 3, -2, 116. / 45, 26. / 45, -2854. / 675),
            at(n, 2, 7. / 3, -8. / 5, -227. / 45, 2704. / 315, 2323. / 945),
            at(n, 3, 56. / 15, -136. / 35, -1262. / 105, 73814. / 2835),
            at(n, 4, 4279. / 630, -332. / 35, -399572. / 14175),
            at(n, 5, 4174. / 315, -144838. / 6237),
            at(n, 6, 601676. / 22275)
        };
    }

    /** Sphere to plane: α of Karney's equation 35. */
    static double[] toPlane(double n) {
        return new double[] {
            at(n, 1, 1. / 2, -2. / 3, 5. / 16, 41. / 180, -127. / 288, 7891. / 37800),
            at(n, 2, 13. / 48, -3. / 5, 557. / 1440, 281. / 630, -1983433. / 1935360),
            at(n, 3, 61. / 240, -103. / 140, 15061. / 26880, 167603. / 181440),
            at(n, 4, 49561. / 161280, -179. / 168, 6601661. / 7257600),
            at(n, 5, 34729. / 80640, -3418889. / 1995840),
            at(n, 6, 212378941. / 319334400)
        };
    }

    /** Plane to sphere: −β of Karney's equation 36, so that the sum is added in both directions. */
    static double[] fromPlane(double n) {
        double[] beta = {
            at(n, 1, 1. / 2, -2. / 3, 37. / 96, -1. / 360, -81. / 512, 96199. / 604800),
            at(n, 2, 1. / 48, 1. / 15, -437. / 1440, 46. / 105, -1118711. / 3870720),
            at(n, 3, 17. / 480, -37. / 840, -209. / 4480, 5569. / 90720),
            at(n, 4, 4397. / 161280, -11. / 504, -830251. / 7257600),
            at(n, 5, 4583. / 161280, -108847. / 3991680),
            at(n, 6, 20648693. / 638668800)
        };
        for (int j = 0; j < beta.length; j++) {
            beta[j] = -beta[j];
        }
        return beta;
    }

    /** The polynomial that begins with {@code first · n^power}. */
    private static double at(double n, int power, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * n + coefficients[i];
        }
        return sum * Math.pow(n, power);
    }
}
