package org.onemap.ingest.read.charset;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * Rates how likely decoded characters are in names and addresses: 1 for the most frequent Chinese characters, 0 for what
 * nobody writes. Rough on purpose: it has to tell right texts from texts read with a wrong character set. Confined to
 * one thread.
 */
final class Plausibility {

    /** The most frequent characters of Chinese names and addresses, simplified and traditional. */
    private static final String FREQUENT = "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小"
            + "心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重"
            + "东西南北路街巷弄号村庄镇乡县市区省州城园桥河湖海江山岭岗坡沟湾港站场厂院校医政府办事处社居委组网格楼栋单元室门口井电水煤气管道交通信号灯杆牌亭箱公厕垃圾绿化树草坪广体育馆商店超酒宾饭银邮局派出所警消防幼儿园第四五六七八九零〇百千万"
            + "建设路段支线环高速铁火车地下停泊充桩石佛沟赵枫杨梧桐双合欢梁郑开封洛阳华福安平永兴和祥盛春秋光荣胜利解放友谊团结民族文化科技术产研究金玉龙凤马牛羊李王张刘陈杨黄吴周徐孙胡朱林何郭罗宋谢唐韩曹许邓冯"
            + "國個來這會說們為時過學對後還發當開見經頭從動兩長樣現將與進實點種聲話問機給幾業間東號莊鎮鄉縣區園橋灣嶺崗溝灘場廠醫門電氣燈桿牌廣體館銀郵警衛樓單鄰里義興龍鳳馬華語簡體繁漢寧慶陽陰衝廟寮厝坑埔寶湳潭崙頂尾腳窩灶竹梅蘭菊松柏豐榮誠信仁愛忠孝節禮智勇德善和"
            + "名称编码代面积长度周类型备注图层序权属坐标经纬度年份日期人口户数所属上级状态标识名稱編碼類別備註圖層屬標經緯";

    private static final BitSet FREQUENT_SET = ofText();
    private static final BitSet COMMON_SET = ofRows();

    private double sum;
    private long count;

    /** A text that ended in half a character: likely only where fields are narrow. */
    void cut() {
        sum -= 0.5;
        count++;
    }

    private static BitSet ofText() {
        BitSet set = new BitSet(0x10000);
        FREQUENT.chars().forEach(set::set);
        return set;
    }

    /** The first levels of GB 2312, Big5 and JIS X 0208: what was thought common when they were made. */
    private static BitSet ofRows() {
        BitSet set = new BitSet(0x10000);
        addRows(set, Charset.forName("GB2312"), 0xB0, 0xD7);
        addRows(set, Charset.forName("Big5"), 0xA4, 0xC6);
        addRows(set, Charset.forName("EUC-JP"), 0xB0, 0xCF);
        return set;
    }

    private static void addRows(BitSet set, Charset charset, int fromLead, int toLead) {
        for (int lead = fromLead; lead <= toLead; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                String character = new String(new byte[] {(byte) lead, (byte) trail}, charset);
                if (character.length() == 1 && isHan(character.charAt(0))) {
                    set.set(character.charAt(0));
                }
            }
        }
    }

    /** Rates all characters of a text that are not ASCII. */
    void rate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                sum += rating(text, i, c);
                count++;
            }
        }
    }

    /** Mean of the ratings so far; 0 for none. */
    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    private static double rating(String text, int i, char c) {
        if (isHan(c)) {
            return FREQUENT_SET.get(c) ? 1 : COMMON_SET.get(c) ? 0.8 : 0.2;
        }
        if (c >= 0x3041 && c <= 0x30FE) {
            return 0.7;
        }
        if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x2027)) {
            return 0.6;
        }
        if (c < 0x250) {
            return c < 0xA0 ? 0 : Character.isLetter(c) ? latin(text, i) : 0.4;
        }
        if (c >= 0x400 && c < 0x460) {
            return cyrillic(text, i);
        }
        return Character.isLetter(c) && c < 0x2000 ? 0.3 : 0.1;
    }

    /** An accented letter stands alone among plain ones; rows of them are another character set misread. */
    private static double latin(String text, int i) {
        boolean before = i > 0 && text.charAt(i - 1) >= 128;
        boolean after = i + 1 < text.length() && text.charAt(i + 1) >= 128;
        if (before || after) {
            return before && after ? 0.1 : 0.35;
        }
        boolean word = (i > 0 && isAsciiLetter(text.charAt(i - 1)))
                || (i + 1 < text.length() && isAsciiLetter(text.charAt(i + 1)));
        return word ? 0.85 : 0.4;
    }

    /** Cyrillic letters stand three and more together, and a small one is not followed by a capital. */
    private static double cyrillic(String text, int i) {
        int from = i;
        while (from > 0 && isCyrillic(text.charAt(from - 1))) {
            from--;
        }
        int to = i;
        while (to + 1 < text.length() && isCyrillic(text.charAt(to + 1))) {
            to++;
        }
        boolean turned = i > from && Character.isLowerCase(text.charAt(i - 1)) && Character.isUpperCase(text.charAt(i));
        return turned || to - from < 2 ? 0.2 : 0.75;
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x460;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }
}
