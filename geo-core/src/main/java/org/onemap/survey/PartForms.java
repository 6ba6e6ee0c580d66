package org.onemap.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Severity;

/**
 * Points, lines and areas by class, and the form of department codes. Which class has which form is onemap's own reading of their
 * names, no standard was read: so a breach is a warning. Stateless.
 */
final class PartForms {

    private static final Pattern POINTS = Pattern.compile(
            ".*(井盖|箅子|路灯|地灯|景观灯|射灯|立杆|电杆|邮筒|电话亭|岗亭|报刊亭|标志牌|路名牌|站牌|指示牌|信号灯|垃圾箱|变压器|交接箱|监控电子眼|消防设施|古树名木|行道树)");
    private static final Pattern LINES = Pattern.compile(".*(护栏|隔音屏|隔声屏|防洪墙)");
    private static final Pattern AREAS = Pattern.compile(".*(停车场|绿地|工地|公共厕所)");

    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern LIKE_A_CODE = Pattern.compile("[0-9A-Za-z]{15,20}");
    private static final List<PartAttribute> DEPARTMENTS =
            List.of(PartAttribute.CUSTODIAN, PartAttribute.OWNER, PartAttribute.MAINTAINER);

    private PartForms() {}

    static List<PartFinding> find(List<SurveyPart> parts) {
        List<PartFinding> found = new ArrayList<>();
        for (SurveyPart part : parts) {
            shape(part).ifPresent(found::add);
            for (PartAttribute attribute : DEPARTMENTS) {
                String value = part.attribute(attribute);
                if (LIKE_A_CODE.matcher(value).matches() && !isDepartmentCode(value)) {
                    found.add(PartFinding.of(
                            PartRule.P5,
                            "department-code",
                            Severity.WARNING,
                            part,
                            new Finding.Text(
                                    "部件" + part.label() + "的" + attribute.title() + "代码 " + value + " 不是有效的统一社会信用代码",
                                    "核对 18 位统一社会信用代码")));
                }
            }
        }
        return found;
    }

    private static Optional<PartFinding> shape(SurveyPart part) {
        Optional<Geometry> geometry = part.geometry().filter(one -> !one.isEmpty());
        if (geometry.isEmpty()) {
            return Optional.empty();
        }
        int dimension = geometry.get().getDimension();
        String expected = POINTS.matcher(part.name()).matches() && dimension != 0
                ? "点"
                : LINES.matcher(part.name()).matches() && dimension == 2
                        ? "线"
                        : AREAS.matcher(part.name()).matches() && dimension == 1 ? "面或点" : "";
        return expected.isEmpty()
                ? Optional.empty()
                : Optional.of(PartFinding.of(
                        PartRule.P6,
                        "shape-of-class",
                        Severity.WARNING,
                        part,
                        new Finding.Text(
                                "部件" + part.label() + "的图形为"
                                        + List.of("点", "线", "面").get(dimension) + "，该类部件应为" + expected,
                                "按类别改用点、线、面，或核对类别")));
    }

    /** The 18 digits of a 统一社会信用代码 with their check digit (GB 32100: weights are powers of three, modulo 31). */
    static boolean isDepartmentCode(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int digit = DIGITS.indexOf(code.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += digit * weight;
            weight = weight * 3 % 31;
        }
        return DIGITS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }
}
