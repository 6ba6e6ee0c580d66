package org.onemap.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The order of the packages of import: issue ← read ← mapping ← check ← load ← cli, arrows go one way. */
@AnalyzeClasses(packages = "org.onemap.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("org.onemap.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ISSUES_STAND_LEFT_OF_ALL = noClasses()
            .that()
            .resideInAPackage("org.onemap.ingest.issue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.onemap.ingest.read..",
                    "org.onemap.ingest.mapping..",
                    "org.onemap.ingest.check..",
                    "org.onemap.ingest.load..",
                    "org.onemap.ingest.cli..");

    @ArchTest
    static final ArchRule READING_AND_CHECKING_KNOW_NO_STORE = noClasses()
            .that()
            .resideInAnyPackage("org.onemap.ingest.read..", "org.onemap.ingest.mapping..", "org.onemap.ingest.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.onemap.store..", "org.onemap.ingest.load..", "org.onemap.ingest.cli..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_THE_SERVER_AND_PICOCLI = noClasses()
            .that()
            .resideOutsideOfPackage("org.onemap.ingest.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.onemap.api..", "picocli..", "io.javalin..", "me.tongfei..");
}
