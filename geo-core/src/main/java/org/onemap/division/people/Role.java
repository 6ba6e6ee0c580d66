package org.onemap.division.people;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.onemap.InvalidInput;

/** What a person is in a division. */
public enum Role {
    OFFICE_LEADER("办事处网格总长"),
    ZONE_LEADER("片区长"),
    LEADER("网格长"),
    DEPUTY_LEADER("副网格长"),
    FULL_TIME("专职网格员"),
    PART_TIME("兼职网格员"),
    MICRO_LEADER("微网格长"),
    BUILDING_LEADER("楼栋长"),
    POLICE("网格警员"),
    PARTY_GUIDE("党建指导员"),
    GUIDE("网格指导员"),
    /** A title of another kind, which is kept as it is. */
    OTHER("其他");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** What users read. */
    public String title() {
        return title;
    }

    /** The role that a title of a list of people stands for; {@link #OTHER} if none. */
    public static Role of(String title) {
        if (title.contains("网格长")) {
            if (title.contains("微")) {
                return MICRO_LEADER;
            }
            return title.contains("副") ? DEPUTY_LEADER : LEADER;
        }
        if (title.contains("总长")) {
            return OFFICE_LEADER;
        }
        return Arrays.stream(values())
                .filter(role ->
                        role != OTHER && (title.contains(role.title) || role.title.startsWith(shortened(title))))
                .findFirst()
                .orElse(OTHER);
    }

    /** At least two characters, so that an empty or very short title is none. */
    private static String shortened(String title) {
        return title.length() < 2 ? "\0" : title;
    }

    /**
     * The role that a user names.
     *
     * @param title in full, or its beginning: 专职
     * @throws InvalidInput if there is none
     */
    public static Role parse(String title) {
        Role role = of(title.strip());
        if (role == OTHER) {
            throw new InvalidInput("'" + title + "' is no role; there are "
                    + Arrays.stream(values())
                            .filter(one -> one != OTHER)
                            .map(Role::title)
                            .collect(Collectors.joining("、")));
        }
        return role;
    }
}
