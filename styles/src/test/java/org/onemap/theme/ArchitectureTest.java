package org.onemap.theme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of styles: no cycles, no server, no store. */
@AnalyzeClasses(packages = "org.onemap", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("org.onemap.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule A_THEME_KNOWS_NO_DATA_AND_NO_SERVER = noClasses()
            .that()
            .resideInAPackage("org.onemap.theme..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.onemap.store..", "org.onemap.snapshot..", "org.onemap.locate..", "io.javalin..", "java.sql..");

    @ArchTest
    static final ArchRule A_PLAN_KNOWS_NO_SERVER = noClasses()
            .that()
            .resideInAPackage("org.onemap.geoserver.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.onemap.geoserver.rest..",
                    "org.onemap.geoserver.catalog..",
                    "org.onemap.geoserver.tiles..",
                    "java.net.http..",
                    "org.onemap.store..");

    @ArchTest
    static final ArchRule ONLY_REST_SPEAKS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("org.onemap.geoserver.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");
}
