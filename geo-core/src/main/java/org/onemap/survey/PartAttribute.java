package org.onemap.survey;

import org.onemap.feature.FieldNames;

/** An attribute of a part that a survey records, beside code and name. */
public enum PartAttribute {
    CUSTODIAN("主管部门", true, "主管部门", "主管单位", "custodian", "department"),
    OWNER("权属单位", true, "权属单位", "权属", "产权单位", "owner"),
    MAINTAINER("养护单位", true, "养护单位", "养护", "维护单位", "maintainer"),
    GRID("所属网格", true, "所属网格", "网格编码", "单元网格", "单元网格编码", "所在单元网格", "grid", "grid_code"),
    STATE("部件状态", true, "部件状态", "状态", "state", "status"),
    FIRST("初始日期", true, "初始日期", "普查日期", "surveyed", "first_date"),
    SOURCE("数据来源", true, "数据来源", "来源", "source"),
    CHANGED("变更日期", false, "变更日期", "changed", "change_date"),
    ACCURACY("定位精度", false, "定位精度", "精度等级", "accuracy");

    private final String title;
    private final boolean mandatory;

    @SuppressWarnings("ImmutableEnumChecker") // a record of an immutable list is immutable
    private final FieldNames names;

    PartAttribute(String title, boolean mandatory, String... names) {
        this.title = title;
        this.mandatory = mandatory;
        this.names = FieldNames.of(names);
    }

    /** In Chinese. */
    public String title() {
        return title;
    }

    /** Whether every part must have it. */
    public boolean isMandatory() {
        return mandatory;
    }

    /** The fields that may hold it. */
    public FieldNames names() {
        return names;
    }
}
