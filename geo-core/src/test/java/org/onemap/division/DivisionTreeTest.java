package org.onemap.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;

class DivisionTreeTest {

    private static final List<DivisionNode> NODES = List.of(
            node("office", "410172560", ""),
            node("zone", "410172560602", "410172560"),
            node("zone", "410172560601", "410172560"),
            node("grid", "410172560601001", "410172560601"),
            node("grid", "410172560601002", "410172560601"),
            node("grid", "410172560609001", "410172560609"),
            node("community", "410172560001", "410172560"));

    private final DivisionTree tree = tree(StandardLayers.list(), NODES);

    @Test
    void levelsComeFromTheTop() {
        List<Layer> shuffled = new ArrayList<>(StandardLayers.list());
        Collections.reverse(shuffled);
        assertThat(tree(shuffled, NODES).levels().stream().map(Layer::name))
                .startsWith("office")
                .containsSubsequence("zone", "grid", "micro_grid")
                .containsSubsequence("community", "unit_grid")
                .hasSize(6);
    }

    @Test
    void pathLeadsFromTheOfficeToTheGrid() {
        DivisionNode grid = tree.find("grid", "410172560601002").orElseThrow();
        assertThat(tree.path(grid).stream().map(DivisionNode::code))
                .containsExactly("410172560", "410172560601", "410172560601002");
    }

    @Test
    void aParentThatIsNotThereEndsThePath() {
        DivisionNode orphan = tree.find("410172560609001").orElseThrow();
        assertThat(tree.findParent(orphan)).isEmpty();
        assertThat(tree.path(orphan)).containsExactly(orphan);
    }

    @Test
    void childrenOfAllLevelsBelowInAscendingCode() {
        DivisionNode office = tree.find("410172560").orElseThrow();
        assertThat(tree.listChildren(office).stream().map(DivisionNode::code))
                .containsExactly("410172560601", "410172560602", "410172560001");
        assertThat(tree.listChildren(tree.find("zone", "410172560602").orElseThrow()))
                .isEmpty();
    }

    @Test
    void theSameCodeOnTwoLevelsIsTwoDivisions() {
        DivisionTree both = tree(StandardLayers.list(), List.of(node("office", "7", ""), node("zone", "7", "7")));
        DivisionNode zone = both.find("zone", "7").orElseThrow();
        assertThat(both.path(zone)).hasSize(2);
        assertThat(both.find("7").map(DivisionNode::level)).contains("office");
    }

    @Test
    void refusesADivisionOfAnUnknownLevel() {
        assertThatThrownBy(() -> tree(StandardLayers.list(), List.of(node("village", "1", ""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("village");
    }

    @Test
    void listsInAscendingCodeWhateverTheOrderOfTheTable() {
        assertThat(tree.list("zone").stream().map(DivisionNode::code)).containsExactly("410172560601", "410172560602");
        assertThat(tree.list("village")).isEmpty();
        assertThat(tree.size()).isEqualTo(7);
    }

    @Test
    void aDivisionOfAnotherTreeHasNoChildrenHere() {
        DivisionNode renamed = new DivisionNode("zone", "410172560601", "another name", Optional.of("410172560"));
        assertThat(tree.listChildren(tree.find("zone", "410172560601").orElseThrow()))
                .hasSize(2);
        assertThat(tree.listChildren(renamed)).isEmpty();
    }

    private static DivisionTree tree(List<Layer> layers, List<DivisionNode> nodes) {
        Map<String, List<DivisionNode>> byLevel = nodes.stream().collect(Collectors.groupingBy(DivisionNode::level));
        return DivisionTree.of(
                layers,
                byLevel.entrySet().stream()
                        .map(level -> DivisionTable.of(level.getKey(), level.getValue()))
                        .toList());
    }

    private static DivisionNode node(String level, String code, String parent) {
        return new DivisionNode(
                level, code, "name of " + code, Optional.of(parent).filter(text -> !text.isEmpty()));
    }
}
