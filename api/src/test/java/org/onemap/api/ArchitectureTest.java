package org.onemap.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The order of the packages of api: endpoints know {@code http}, nobody knows the wiring. */
@AnalyzeClasses(packages = "org.onemap.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("org.onemap.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_HTTP_KNOWS_THE_FRAMEWORK = noClasses()
            .that()
            .resideOutsideOfPackage("org.onemap.api.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_ENDPOINT_AND_NO_STORE = noClasses()
            .that()
            .resideInAPackage("org.onemap.api.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.onemap.store..", "org.onemap.snapshot..", "org.onemap.feature..", "org.onemap.locate..");

    @ArchTest
    static final ArchRule NO_DATABASE_IN_SIGHT =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule THE_SERVICE_ONLY_READS =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.onemap.store.ChangeSetWriter");
}
