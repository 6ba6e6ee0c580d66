package org.onemap.ingest.checkup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.onemap.division.check.CheckResult;
import org.onemap.division.check.Finding;
import org.onemap.division.check.GridCard;
import org.onemap.division.people.Assignment;
import org.onemap.ingest.issue.Html;

/** The cards of the grids as HTML: score, the four determinations, leader, what was found. */
final class ReportCards {

    private static final int MOST = 1000;
    private static final int FINDINGS = 3;

    private final StringBuilder html = new StringBuilder();
    private final CheckResult result;

    private ReportCards(CheckResult result) {
        this.result = result;
    }

    static String html(CheckResult result) {
        ReportCards cards = new ReportCards(result);
        cards.summary();
        cards.list();
        return cards.html.toString();
    }

    private void summary() {
        List<GridCard> all = result.cards();
        double mean =
                all.stream().mapToInt(card -> card.scores().total()).average().orElse(0);
        long full = all.stream().filter(card -> card.scores().total() == 100).count();
        long weak = all.stream().filter(card -> card.scores().total() < 60).count();
        html.append(String.format(
                Locale.ROOT,
                "<p class=\"sum\">共 %,d 个网格，平均 <b>%.1f</b> 分；满分 %,d 个，60 分以下 %,d 个。"
                        + "每项满分 100：错误扣 30，警告扣 10；“—”表示库中没有相应数据，不计入总分。</p>",
                all.size(),
                mean,
                full,
                weak));
    }

    private void list() {
        List<GridCard> shown = new ArrayList<>(result.cards());
        if (shown.size() > MOST) {
            shown.sort(Comparator.comparingInt(card -> card.scores().total()));
            shown = shown.subList(0, MOST);
            html.append("<p class=\"sum\">以下为得分最低的 ").append(MOST).append(" 个，全部见 report.json。</p>");
        }
        html.append("<div class=\"cards\">");
        shown.forEach(this::card);
        html.append("</div>");
    }

    private void card(GridCard card) {
        int total = card.scores().total();
        html.append("<article class=\"card ")
                .append(total >= 90 ? "good" : total >= 60 ? "fair" : "poor")
                .append("\"><div class=\"ring\" style=\"--p:")
                .append(total)
                .append("\"><b>")
                .append(total)
                .append("</b></div><h3>")
                .append(Html.escape(
                        card.division().name().isEmpty()
                                ? card.division().code()
                                : card.division().name()))
                .append("</h3><p class=\"code\">")
                .append(Html.escape(card.division().code()))
                .append("</p><dl>");
        score("定格", OptionalInt.of(card.scores().shape()));
        score("定员", card.scores().people());
        score("定责", card.scores().duties());
        score("定岗", card.scores().posts());
        html.append("</dl>");
        people(card);
        findings(card);
        html.append("</article>\n");
    }

    private void score(String name, OptionalInt score) {
        html.append("<dt>").append(name).append("</dt><dd>");
        if (score.isPresent()) {
            html.append("<i style=\"width:").append(score.getAsInt()).append("%\"></i><span>");
            html.append(score.getAsInt()).append("</span>");
        } else {
            html.append("<span>—</span>");
        }
        html.append("</dd>");
    }

    /** Who works there, what each answers for and who stands in for whom; telephone numbers are never shown whole. */
    private void people(GridCard card) {
        html.append("<ul class=\"who\">");
        if (card.leader().isEmpty()) {
            html.append("<li>网格长 —</li>");
        }
        for (Assignment one : card.people()) {
            html.append("<li>").append(Html.escape(one.post().title())).append(" <b>");
            html.append(Html.escape(one.person())).append("</b>");
            if (!one.details().phone().isEmpty()) {
                html.append(' ').append(Html.escape(one.details().phone().masked()));
            }
            if (one.isSubstitute()) {
                html.append("<small>B岗，A岗 ")
                        .append(Html.escape(person(card, one.details().standsInFor())))
                        .append("</small>");
            }
            if (!one.details().matters().isEmpty()) {
                html.append("<small>责任事项 ")
                        .append(Html.escape(String.join("、", one.details().matters())))
                        .append("</small>");
            }
            html.append("</li>");
        }
        html.append("</ul>");
    }

    /** Who holds the assignment of a code; the code itself where that is not in the grid. */
    private static String person(GridCard card, String code) {
        return card.people().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(Assignment::person)
                .orElse(code);
    }

    private void findings(GridCard card) {
        List<Finding> concerned = card.findings().stream()
                .map(result.findings()::get)
                .filter(finding -> finding.severity() != org.onemap.division.check.Severity.INFO)
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        html.append("<ul class=\"found\">");
        concerned.stream().limit(FINDINGS).forEach(finding -> html.append("<li class=\"")
                .append(finding.severity().name().toLowerCase(Locale.ROOT))
                .append("\">")
                .append(finding.rule().name())
                .append(' ')
                .append(Html.escape(finding.rule().chinese()))
                .append("</li>"));
        if (concerned.size() > FINDINGS) {
            html.append("<li>另有 ").append(concerned.size() - FINDINGS).append(" 项</li>");
        }
        html.append("</ul>");
    }
}
