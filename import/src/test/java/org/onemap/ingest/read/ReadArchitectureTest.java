package org.onemap.ingest.read;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The formats know the contract, not each other in circles. */
@AnalyzeClasses(packages = "org.onemap.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ReadArchitectureTest {

    @ArchTest
    static final ArchRule FORMATS_ARE_FREE_OF_CYCLES =
            slices().matching("org.onemap.ingest.(**)").should().beFreeOfCycles();
}
