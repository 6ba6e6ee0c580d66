package org.onemap.api.locate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.onemap.division.DivisionNode;
import org.onemap.locate.batch.DivisionAnswers;
import org.onemap.locate.batch.PointFault;

/**
 * What is said for each distinct answer to a batch: as a JSON object with the members of {@code /v1/locate} that do not
 * depend on the very position, and as a row of a table. Made once per answer, or taken from what is kept of earlier
 * requests. Confined to one thread.
 */
final class AnswerTexts {

    /** The columns of a row. */
    static final String COLUMNS = "status,grid,zone,office,community,dedicated,note\r\n";

    private static final List<String> LEVELS = List.of("grid", "zone", "office", "community");
    private static final byte[] UNMADE = {};

    private final DivisionAnswers answers;
    private final TextShelf.Forms kept;
    private final int[] levels;
    private final byte[][] texts;
    private final byte[][] faults = new byte[PointFault.values().length][];
    private final StringBuilder text = new StringBuilder();

    AnswerTexts(DivisionAnswers answers, TextShelf.Forms kept) {
        this.answers = answers;
        this.kept = kept;
        this.levels = LEVELS.stream().mapToInt(answers.levels()::indexOf).toArray();
        this.texts = new byte[answers.size()][];
        Arrays.fill(texts, UNMADE);
        Arrays.fill(faults, UNMADE);
    }

    /** How many distinct answers there are, faults not counted. */
    int size() {
        return answers.size();
    }

    /** The JSON objects. */
    AnswerTexts json() {
        return fill(kept.json(), this::makeJson);
    }

    /** The rows, with their line ends. */
    AnswerTexts rows() {
        return fill(kept.rows(), this::makeRow);
    }

    /** What is kept of earlier requests, and words for the rest, which is kept as well. */
    private AnswerTexts fill(KeptTexts shared, IntFunction<String> make) {
        shared.find(answers, 0, texts.length, texts);
        for (int answer = 0; answer < texts.length; answer++) {
            if (texts[answer] == UNMADE) {
                texts[answer] = utf8(make.apply(answer));
                shared.keep(answers, answer, texts[answer]);
            }
        }
        for (PointFault fault : PointFault.values()) {
            faults[-1 - fault.answer()] = utf8(make.apply(fault.answer()));
        }
        return this;
    }

    /** The words of an answer or fault. */
    byte[] text(int answer) {
        return answer < 0 ? faults[-1 - answer] : texts[answer];
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String makeJson(int answer) {
        text.setLength(0);
        if (answer < 0) {
            return text.append("{\"status\":\"invalid\",\"error\":\"")
                    .append(PointFault.ofAnswer(answer).text())
                    .append("\"}")
                    .toString();
        }
        text.append("{\"status\":\"").append(status(answer)).append('"');
        for (int i = 0; i < levels.length; i++) {
            text.append(",\"").append(LEVELS.get(i)).append("\":");
            division(answer, i).ifPresentOrElse(this::appendJson, () -> text.append("null"));
        }
        text.append(",\"dedicated\":[");
        List<DivisionNode> overlays = answers.overlays(answer);
        for (int i = 0; i < overlays.size(); i++) {
            text.append(i == 0 ? "" : ",");
            appendJson(overlays.get(i));
        }
        text.append(']');
        if (answers.isInsideIfSwapped(answer)) {
            text.append(",\"hint\":{\"code\":\"")
                    .append(Hint.SWAPPED.code())
                    .append("\",\"detail\":\"")
                    .append(Hint.SWAPPED.detail())
                    .append("\"}");
        }
        return text.append('}').toString();
    }

    private void appendJson(DivisionNode division) {
        text.append("{\"code\":\"");
        JsonStringEncoder.getInstance().quoteAsString(division.code(), text);
        text.append("\",\"name\":\"");
        JsonStringEncoder.getInstance().quoteAsString(division.name(), text);
        text.append("\"}");
    }

    private String makeRow(int answer) {
        if (answer < 0) {
            return "invalid,,,,,," + cell(PointFault.ofAnswer(answer).text()) + "\r\n";
        }
        text.setLength(0);
        text.append(status(answer));
        for (int i = 0; i < levels.length; i++) {
            text.append(',')
                    .append(cell(division(answer, i).map(DivisionNode::code).orElse("")));
        }
        List<DivisionNode> overlays = answers.overlays(answer);
        String codes = overlays.isEmpty()
                ? ""
                : overlays.stream().map(DivisionNode::code).collect(Collectors.joining(" "));
        text.append(',').append(cell(codes)).append(',');
        return text.append(answers.isInsideIfSwapped(answer) ? Hint.SWAPPED.detail() : "")
                .append("\r\n")
                .toString();
    }

    private String status(int answer) {
        return answers.isOutside(answer) ? "outside" : "inside";
    }

    private Optional<DivisionNode> division(int answer, int level) {
        return levels[level] < 0 ? Optional.empty() : answers.division(answer, levels[level]);
    }

    private static String cell(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            plain &= c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
