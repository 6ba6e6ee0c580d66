package org.onemap.ingest.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.AssignmentRows;
import org.onemap.ingest.issue.Html;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;
import org.onemap.store.ValidTime;

/** The people of a 网格划分登记表: who was, and who will be, in the divisions that change. Telephone numbers are masked. */
final class RegisterPeople {

    private static final Principal ALL = Principal.anonymous();

    private final ReadView view;
    private final ChangeSet change;

    RegisterPeople(ReadView view, ChangeSet change) {
        this.view = view;
        this.change = change;
    }

    /**
     * The section.
     *
     * @param before codes of the divisions before
     * @param after codes of the divisions after
     */
    String section(Set<String> before, Set<String> after) {
        boolean staged = change.state() == ChangeSet.State.DRAFT || change.state() == ChangeSet.State.SCHEDULED;
        Map<String, Assignment> old = staged
                ? read(ValidTime.now())
                : read(ValidTime.asOf(change.effective().minusDays(1)));
        Map<String, Assignment> now = staged ? stagedOver(old) : read(ValidTime.asOf(change.effective()));
        StringBuilder html = new StringBuilder("<h2>三、人员</h2>");
        List<Assignment> left = held(old.values(), before);
        List<Assignment> right = held(now.values(), after);
        if (left.isEmpty() && right.isEmpty()) {
            return html.append("<p class=\"blank\">人员任用表中没有这些网格的人员。</p>").toString();
        }
        html.append("<table><thead><tr><th></th><th>网格</th><th>岗位</th><th>姓名</th><th>联系电话</th><th>任职日期</th>"
                + "<th>责任事项</th><th>备注</th></tr></thead><tbody>");
        left.forEach(one -> row(html, "变更前", one));
        right.forEach(one -> row(html, "变更后", one));
        return html.append("</tbody></table>").toString();
    }

    private Map<String, Assignment> read(ValidTime when) {
        Map<String, Assignment> found = new TreeMap<>();
        if (view.layers(ALL).find(AssignmentRows.LAYER).isPresent()) {
            try (FeatureCursor rows =
                    view.query(ALL, FeatureQuery.of(AssignmentRows.LAYER).at(when))) {
                rows.forEachRemaining(row -> {
                    Assignment one = AssignmentRows.read(row.content());
                    found.put(one.code(), one);
                });
            }
        }
        return found;
    }

    private Map<String, Assignment> stagedOver(Map<String, Assignment> current) {
        Map<String, Assignment> after = new TreeMap<>(current);
        for (StagedLayer layer : view.listStaged(change.number())) {
            if (layer.layer().name().equals(AssignmentRows.LAYER)) {
                layer.retired().forEach(after::remove);
                try (FeatureCursor rows = view.queryStaged(ALL, change.number(), AssignmentRows.LAYER)) {
                    rows.forEachRemaining(row -> {
                        Assignment one = AssignmentRows.read(row.content());
                        after.put(one.code(), one);
                    });
                }
            }
        }
        return after;
    }

    private List<Assignment> held(Collection<Assignment> all, Set<String> divisions) {
        LocalDate day = change.effective();
        List<Assignment> held = new ArrayList<>(all);
        held.removeIf(one -> !divisions.contains(one.post().division())
                || one.term().to().filter(to -> !to.isAfter(day)).isPresent());
        held.sort(Comparator.comparing((Assignment one) -> one.post().division())
                .thenComparing(one -> one.post().role())
                .thenComparing(Assignment::code));
        return held;
    }

    private static void row(StringBuilder html, String when, Assignment one) {
        html.append("<tr class=\"").append(when.equals("变更前") ? "old" : "new").append("\">");
        for (String cell : List.of(
                when,
                one.post().division(),
                one.post().title(),
                one.person(),
                one.details().phone().masked(),
                one.term().from().equals(LocalDate.MIN) ? "" : one.term().from().toString(),
                one.details().matters().isEmpty()
                        ? "全部"
                        : String.join("、", one.details().matters()),
                one.isSubstitute() ? "B岗（A岗 " + one.details().standsInFor() + "）" : "")) {
            html.append("<td>").append(Html.escape(cell)).append("</td>");
        }
        html.append("</tr>");
    }
}
