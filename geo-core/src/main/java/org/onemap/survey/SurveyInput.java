package org.onemap.survey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.code.CodeScheme;
import org.onemap.division.check.CheckInput;

/**
 * What is accepted or refused: the parts, and the district they stand in. Immutable.
 *
 * @param parts all parts
 * @param columns attributes that their layer has a field for
 * @param district the division tree with buildings and roads
 * @param scheme how part codes are read; empty if there is none for them
 */
public record SurveyInput(
        List<SurveyPart> parts, Set<PartAttribute> columns, CheckInput district, Optional<CodeScheme> scheme) {

    private static final int COUNTY_DIGITS = 6;

    /** The same with codes read by the scheme that imports check, or else the first of the layer. */
    public SurveyInput(List<SurveyPart> parts, Set<PartAttribute> columns, CheckInput district) {
        this(parts, columns, district, PartChecks.scheme());
    }

    public SurveyInput {
        parts = List.copyOf(parts);
        columns = Set.copyOf(columns);
    }

    /** The county codes with which the codes of the divisions begin. */
    Set<String> counties() {
        return district.levels().stream()
                .flatMap(level -> level.divisions().stream())
                .map(division -> division.code())
                .filter(code -> code.length() >= COUNTY_DIGITS)
                .map(code -> code.substring(0, COUNTY_DIGITS))
                .filter(code -> code.chars().allMatch(Character::isDigit))
                .collect(Collectors.toSet());
    }
}
