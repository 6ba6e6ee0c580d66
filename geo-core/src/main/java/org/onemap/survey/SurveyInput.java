package org.onemap.survey;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.division.check.CheckInput;

/**
 * What is accepted or refused: the parts, and the district they stand in. Immutable.
 *
 * @param parts all parts
 * @param columns attributes that their layer has a field for
 * @param district the division tree with buildings and roads
 */
public record SurveyInput(List<SurveyPart> parts, Set<PartAttribute> columns, CheckInput district) {

    private static final int COUNTY_DIGITS = 6;

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
