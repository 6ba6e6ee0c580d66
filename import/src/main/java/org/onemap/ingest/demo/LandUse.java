package org.onemap.ingest.demo;

/** What a street block is used for. */
enum LandUse {
    HOUSING("住宅小区"),
    TOWERS("高层住宅"),
    VILLAGE("村庄"),
    OFFICES("科技园区"),
    FACTORY("工业厂区"),
    SHOPS("商业"),
    SCHOOL("学校"),
    HOSPITAL("医院"),
    PARK("公园绿地"),
    FIELDS("农林用地");

    private final String title;

    LandUse(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether people live here as a rule. */
    boolean isHome() {
        return this == HOUSING || this == TOWERS || this == VILLAGE;
    }
}
