package org.onemap.division.life;

/**
 * What became of a part of a division in one change (沿革). Immutable.
 *
 * @param edit number of the edit within its change, from 1; the shares of a code within one edit sum to 1
 * @param kind by what sort of change
 * @param level the layer of both
 * @param from code before; empty for a division that came from nothing
 * @param to code after; empty for one that went without a successor
 * @param areaShare share of the area of {@code from} that is in {@code to} now, 0 to 1; 1 where {@code from} is empty
 * @param householdShare the same of its households; equals the area share where no households are known
 */
public record Lineage(
        int edit, Kind kind, String level, String from, String to, double areaShare, double householdShare) {

    public Lineage {
        if (!(areaShare >= 0 && areaShare <= 1 && householdShare >= 0 && householdShare <= 1)) {
            throw new IllegalArgumentException("shares lie between 0 and 1: " + areaShare + " " + householdShare);
        }
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("a lineage needs a division before or after");
        }
    }

    /** Sorts of change. */
    public enum Kind {
        SPLIT("拆分"),
        MERGE("合并"),
        ADJUST("界线调整"),
        RENAME("更名"),
        RECODE("编码变更"),
        TRANSFER("隶属调整"),
        CREATE("新设"),
        ABOLISH("撤销");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What users read. */
        public String title() {
            return title;
        }
    }
}
