package org.onemap.division.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;

/**
 * A signature under a draft (会签): who of which level agrees. Immutable.
 *
 * @param draft number of the draft
 * @param level the level that signs, one of {@link #LEVELS}
 * @param person who signs
 * @param at when
 * @param note what is said with it, may be empty
 */
public record SignOff(long draft, String level, String person, Instant at, String note) {

    /** The levels that sign, in this order: community, office, district. */
    public static final List<String> LEVELS = List.of("社区", "办事处", "区");

    /** The layer of signatures; rows are recognised by draft and level. */
    public static final Layer LAYER = Layer.builder("sign_off")
            .title("会签")
            .role(LayerRole.OTHER)
            .geometry(GeometryKind.NONE)
            .schema(Schema.of(List.of(
                    new Field("draft", FieldType.INTEGER, "草案"),
                    new Field("level", FieldType.TEXT, "层级"),
                    new Field("person", FieldType.TEXT, "会签人"),
                    new Field("at", FieldType.DATETIME, "会签时间"),
                    new Field("note", FieldType.TEXT, "意见"))))
            .build();

    public SignOff {
        if (!LEVELS.contains(level)) {
            throw new InvalidInput(
                    "'" + level + "' signs no drafts: " + String.join(", ", LEVELS) + " do, in this order");
        }
        if (person.isBlank()) {
            throw new InvalidInput("a signature needs the name of the person who signs");
        }
    }

    /** Its row. */
    public Content toContent() {
        return Content.builder(LAYER.schema())
                .code(draft + "-" + level)
                .name(person)
                .value(0, draft)
                .value(1, level)
                .value(2, person)
                .value(3, at)
                .value(4, note)
                .build();
    }

    /** The signature of a row. */
    public static SignOff of(Content row) {
        return new SignOff(
                row.value("draft").map(value -> ((Number) value).longValue()).orElse(0L),
                row.value("level").map(Object::toString).orElse(""),
                row.value("person").map(Object::toString).orElse(""),
                row.value("at").map(Instant.class::cast).orElse(Instant.EPOCH),
                row.value("note").map(Object::toString).orElse(""));
    }

    /** The levels whose signature is missing, in their order. */
    public static List<String> missing(Collection<SignOff> given) {
        List<String> missing = new ArrayList<>(LEVELS);
        given.forEach(signature -> missing.remove(signature.level()));
        return missing;
    }

    /**
     * Refuses a signature out of turn.
     *
     * @throws InvalidInput if this level has signed, or one before it has not
     */
    public void requireTurn(Collection<SignOff> given) {
        Optional<SignOff> same =
                given.stream().filter(other -> other.level().equals(level)).findFirst();
        if (same.isPresent()) {
            throw new InvalidInput(level + " has signed draft " + draft + " already: "
                    + same.get().person());
        }
        String next = missing(given).get(0);
        if (!next.equals(level)) {
            throw new InvalidInput("draft " + draft + " is signed by " + next + " before " + level);
        }
    }
}
