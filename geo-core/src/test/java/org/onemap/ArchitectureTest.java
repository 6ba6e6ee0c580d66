package org.onemap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The order of the packages of geo-core: arrows go one way, pure code left, input and output right. */
@AnalyzeClasses(packages = "org.onemap", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("org.onemap.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PURE_CODE_KNOWS_NO_DATABASE_AND_NO_SERVER = noClasses()
            .that()
            .resideOutsideOfPackages("org.onemap.store..", "org.onemap.snapshot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..", "io.javalin..");

    @ArchTest
    static final ArchRule VALUES_STAND_LEFT_OF_ENGINES = noClasses()
            .that()
            .resideInAnyPackage("org.onemap.crs..", "org.onemap.code..", "org.onemap.rights..", "org.onemap.feature..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.onemap.road..",
                    "org.onemap.division..",
                    "org.onemap.address..",
                    "org.onemap.locate..",
                    "org.onemap.tile..",
                    "org.onemap.store..",
                    "org.onemap.snapshot..");

    @ArchTest
    static final ArchRule ENGINES_STAND_LEFT_OF_THE_STORE = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.onemap.road..",
                    "org.onemap.division..",
                    "org.onemap.survey..",
                    "org.onemap.address..",
                    "org.onemap.locate..",
                    "org.onemap.tile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.onemap.store..", "org.onemap.snapshot..");
}
