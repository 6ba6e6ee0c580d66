package org.onemap.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.load.RealData.each;
import static org.onemap.ingest.load.RealData.layer;
import static org.onemap.ingest.load.RealData.rules;
import static org.onemap.ingest.load.RealData.run;
import static org.onemap.ingest.load.RealData.text;
import static org.onemap.ingest.read.SharedData.path;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;
import org.onemap.store.geopackage.GeoPackageStore;

/** Villages, towns and counties of Taiwan: names and nesting in UTF-8, the same villages in Big5 and EPSG:3826. */
class TaiwanVillagesTest {

    private static final String UTF8 = "B1-taiwan-villages/derived/utf8/";

    /** VILLCODE, the name in UTF-8, the name in Big5: its writer dropped what CP950 has no character for. */
    private static final String LOST = """
            10013090012 三廍村→三村; 10010130014 石硦村→石村; 10010130002 塩舘村→村; 10020020018 磚磘里→磚里;
            10010050023 双福村→福村; 10010150010 双溪村→溪村; 10010020012 双溪里→溪里; 10010140018 文峯村→文村;
            67000150007 塩埕里→埕里; 67000070004 晋江里→江里; 67000100008 南廍里→南里; 67000220005 玉峯里→玉里;
            67000350019 塩田里→田里; 10004020006 上舘里→上里; 10009200021 欍埔村→埔村; 10004020012 鷄林里→林里;
            10004090004 水磜村→水村; 10016020022 菓葉村→葉村; 64000030028 廍南里→南里; 10005130002 双湖村→湖村;
            10005130003 双潭村→潭村; 10005020014 山脚里→山里; 10005020021 上舘里→上里; 10005040018 公舘里→公里;
            66000210011 廍子里→子里; 66000220004 龜壳里→龜里; 66000240016 蔗廍里→蔗里; 66000040009 公舘里→公里;
            66000040024 双龍里→龍里; 66000080013 廍子里→子里; 66000120016 槺榔里→榔里; 10014150001 台坂村→台村;
            68000060011 菓林里→林里; 68000110020 槺榔里→榔里; 10014150002 土坂村→土村; 67000180016 山脚里→山里;
            10007140010 瓦磘村→瓦村; 10007010039 南瑶里→南里; 10007140003 廍子村→子村; 10007150012 舊舘村→舊村;
            10007150013 南舘村→南村; 10007150014 新舘村→新村; 10007150020 埤脚村→埤村; 10007230013 頂廍村→頂村;
            10007100030 大峯里→大里; 10007010059 寶廍里→寶里; 10007010030 磚磘里→磚里; 10007010002 下廍里→下里;
            10014030005 里壠里→里里; 10014110001 公舘村→公村; 64000180004 坔埔里→埔里; 64000250004 公舘里→公里;
            10016010031 嵵裡里→裡里; 64000230003 峯山里→山里; 10013190007 崎峯村→崎村; 10013240005 响林村→林村;
            10013280003 凉山村→山村; 10013170001 瓦磘村→瓦村; 10009130003 瓦磘村→瓦村; 09007020005 坂里村→里村;
            10009010018 崙峯里→崙里; 10009170018 瓦磘村→瓦村; 10009040027 公舘里→公里; 10010150015 瑞峯村→瑞村;
            10009060011 公舘里→公里; 10013050013 厦南村→南村; 10013050012 厦北村→北村; 10008060012 廍下村→下村;
            10009180021 萡東村→東村; 10009180016 萡子村→子村; 10008040005 硘磘里→里; 67000310010 塩行里→行里;
            67000070015 寮廍里→寮里; 67000310029 塩洲里→洲里; 67000310043 塩興里→興里; 67000020033 坔頭港里→頭港里;
            65000090006 永舘里→永里; 65000060041 五峯里→五里; 65000130017 峯廷里→廷里; 65000030054 灰磘里→灰里;
            65000030017 瓦磘里→瓦里; 65000070007 獇寮里→寮里; 65000040045 新廍里→新里; 65000010021 公舘里→公里;
            65000120007 爪峯里→爪里; 65000280008 崁脚里→崁里; 63000070015 糖廍里→糖里; 10013030017 下廍里→下里
            """;

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = GeoPackageStore.openOrCreate(folder.resolve("s.gpkg"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void namesAndNestingAreRight() {
        ImportResult villages = run(store, path(UTF8 + "villages.shp"), ImportOptions.defaults());
        assertThat(rules(villages)).isEqualTo(Map.of("W invalid-geometry", 7L, "W row-number-key", 1L));
        assertThat(rules(run(store, path(UTF8 + "towns.shp"), ImportOptions.defaults())))
                .isEmpty();
        assertThat(rules(run(store, path(UTF8 + "counties.shp"), ImportOptions.defaults())))
                .isEmpty();

        Map<String, String> counties = new HashMap<>();
        each(store, "counties", ValidTime.now(), (county, layer) -> {
            assertThat(county.code()).contains(text(county, "COUNTYCODE"));
            counties.put(county.id(layer), county.name().orElseThrow());
        });
        Map<String, String> towns = new HashMap<>();
        each(store, "towns", ValidTime.now(), (town, layer) -> {
            assertThat(counties).containsEntry(text(town, "COUNTYCODE"), text(town, "COUNTYNAME"));
            assertThat(town.name()).contains(text(town, "TOWNNAME"));
            towns.put(town.id(layer), text(town, "COUNTYNAME") + text(town, "TOWNNAME"));
        });
        int[] count = {0};
        each(store, "villages", ValidTime.now(), (village, layer) -> {
            count[0]++;
            assertThat(village.id(layer)).isEqualTo(Integer.toString(count[0])); // id is empty in every village
            assertThat(village.name()).contains(text(village, "VILLNAME"));
            assertThat(towns)
                    .containsEntry(text(village, "TOWNCODE"), text(village, "COUNTYNAME") + text(village, "TOWNNAME"));
        });
        assertThat(count[0]).isEqualTo(7701);
        assertThat(towns).hasSize(368).containsEntry("64000130", "高雄市林園區");
        assertThat(counties).hasSize(22).containsEntry("09007", "連江縣");
    }

    @Test
    void big5InMetresIsTheSameButForCharactersOutsideOfCp950() {
        ImportOptions byCode = layer("village").with(new ImportOptions.Rows(Mode.REPLACE, Optional.of("VILLCODE")));
        run(store, path(UTF8 + "villages.shp"), byCode);
        Map<String, String> names = new HashMap<>();
        Map<String, Geometry> areas = new HashMap<>();
        each(store, "village", ValidTime.now(), (village, layer) -> {
            names.put(village.id(layer), village.name().orElse(""));
            areas.put(village.id(layer), village.geometry().orElseThrow());
        });
        ImportResult big5 = run(
                store,
                path("B1-taiwan-villages/derived/big5/villages_twd97.shp"),
                layer("village_big5").with(new ImportOptions.Rows(Mode.REPLACE, Optional.of("VILLCODE"))));
        assertThat(rules(big5)).containsEntry("W invalid-geometry", 7L);
        assertThat(big5.plans().get(0).position().label()).isEqualTo("EPSG:3826");

        Set<String> differing = new TreeSet<>();
        each(store, "village_big5", ValidTime.now(), (village, layer) -> {
            String code = village.id(layer);
            String name = village.name().orElse("");
            if (!name.equals(names.get(code))) {
                differing.add(code + " " + names.get(code) + "→" + name);
            }
            double offM = village.geometry()
                            .orElseThrow()
                            .getCentroid()
                            .distance(areas.get(code).getCentroid())
                    * 111_000;
            assertThat(offM).as(code).isLessThan(0.5);
        });
        Set<String> lost = new TreeSet<>(List.of(LOST.strip().split(";\\s*")));
        assertThat(lost).hasSize(88);
        assertThat(differing).isEqualTo(lost);
    }
}
