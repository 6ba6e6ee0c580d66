package org.onemap.api.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.crs.Coordsys;
import org.onemap.division.DivisionNode;
import org.onemap.feature.StandardLayers;
import org.onemap.locate.DivisionShape;
import org.onemap.locate.LocateLevel;
import org.onemap.locate.Locator;
import org.onemap.locate.batch.BatchLocator;
import org.onemap.locate.batch.PointBatch;
import org.onemap.locate.batch.PointCrs;

/** Ten grids in a row from 10 E; an overlay covers the last one. */
class KeptTextsTest {

    private static final Locator LOCATOR = Locator.of(List.of(level("grid", 0, 10), level("dedicated_grid", 9, 10)));

    @Test
    void eachDivisionKeepsItsOwnWords() {
        KeptTexts kept = new KeptTexts(10);
        for (int i = 0; i < 9; i++) {
            assertThat(find(kept, i)).isEmpty();
            keep(kept, i);
        }
        for (int i = 0; i < 9; i++) {
            assertThat(find(kept, i)).contains("words of " + i);
        }
    }

    @Test
    void divisionsThatShareASlotAreNotTakenForEachOther() {
        KeptTexts kept = new KeptTexts(1);
        keep(kept, 3);
        assertThat(find(kept, 4)).isEmpty();
        keep(kept, 4);
        assertThat(find(kept, 3)).isEmpty();
        assertThat(find(kept, 4)).contains("words of 4");
    }

    @Test
    void overlaysAndPositionsOutsideAreNotKept() {
        KeptTexts kept = new KeptTexts(10);
        for (int i : new int[] {9, 12}) {
            keep(kept, i);
            assertThat(find(kept, i)).isEmpty();
        }
    }

    /** Communities that lie across the grids: the grid alone does not settle what there is to say. */
    @Test
    void wordsAreOfAllLevelsNotOfTheGridAlone() {
        Locator crossing = Locator.of(List.of(level("grid", 0, 1), level("community", 0, 1, 10.5)));
        KeptTexts kept = new KeptTexts(1);
        BatchLocator request = BatchLocator.of(crossing);
        int inside = ask(request, 0.2);
        int beside = ask(request, -0.2);
        assertThat(request.answers().isSettled(inside)).isFalse();
        kept.keep(request.answers(), inside, "in the community".getBytes(StandardCharsets.UTF_8));
        byte[][] texts = new byte[2][0];
        kept.find(request.answers(), 0, 2, texts);
        assertThat(new String(texts[inside], StandardCharsets.UTF_8)).isEqualTo("in the community");
        assertThat(texts[beside]).isEmpty();
    }

    @Test
    void theShelfKnowsEachLocatorByItself() {
        TextShelf shelf = new TextShelf();
        Locator other = Locator.of(List.of(level("grid", 5, 6)));
        assertThat(shelf.of(LOCATOR)).isSameAs(shelf.of(LOCATOR)).isNotSameAs(shelf.of(other));
    }

    /** As another request would: numbers of answers are its own. */
    private static Optional<String> find(KeptTexts kept, int place) {
        BatchLocator request = BatchLocator.of(LOCATOR);
        int answer = ask(request, place);
        byte[][] texts = new byte[answer + 1][0];
        kept.find(request.answers(), 0, answer + 1, texts);
        return Optional.of(texts[answer])
                .filter(text -> text.length > 0)
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    private static void keep(KeptTexts kept, int place) {
        BatchLocator request = BatchLocator.of(LOCATOR);
        ask(request, 0);
        kept.keep(request.answers(), ask(request, place), ("words of " + place).getBytes(StandardCharsets.UTF_8));
    }

    private static int ask(BatchLocator request, double place) {
        PointBatch batch = new PointBatch();
        batch.add(10.5 + place, 50.5);
        batch.toCgcs2000(PointCrs.of(Coordsys.CGCS2000));
        int[] into = new int[1];
        request.locate(batch, into, 0);
        return into[0];
    }

    private static LocateLevel level(String name, int from, int to) {
        return level(name, from, to, 10);
    }

    private static LocateLevel level(String name, int from, int to, double westDeg) {
        List<DivisionShape> shapes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            shapes.add(new DivisionShape(
                    new DivisionNode(name, name + i, name, Optional.empty()),
                    new GeometryFactory().toGeometry(new Envelope(westDeg + i, westDeg + 1 + i, 50, 51))));
        }
        return LocateLevel.of(StandardLayers.find(name).orElseThrow(), shapes);
    }
}
