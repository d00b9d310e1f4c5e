package vn.quantriet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.quantriet");

    private static long count(DescribedPredicate<JavaClass> which) {
        return CLASSES.stream().filter(which).count();
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return JavaClass.Predicates.resideInAPackage(name);
    }

    @Test
    void modulesKeepTheirBoundaries() {
        var modules = ApplicationModules.of(QuanTrietApplication.class);

        assertThat(modules.stream().count()).isGreaterThanOrEqualTo(9);
        modules.verify();
    }

    @Test
    void viewsArePackagePrivateAndLiveInUi() {
        assertThat(CLASSES.stream().filter(c -> c.isAnnotatedWith(Route.class)).count())
                .isGreaterThan(12);
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("..ui..")
                .check(CLASSES);
    }

    @Test
    void onlyPagesAndSecurityKnowVaadin() {
        assertThat(count(DescribedPredicate.not(inPackage("..ui..")))).isGreaterThan(150);
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "vn.quantriet.security..", "vn.quantriet")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }

    @Test
    void onlySearchKnowsLucene() {
        assertThat(count(inPackage("vn.quantriet.search.."))).isGreaterThan(15);
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.quantriet.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void onlyItsAdapterKnowsOpenSearch() {
        assertThat(count(inPackage("vn.quantriet.search.opensearch.."))).isGreaterThan(10);
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.quantriet.search.opensearch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.opensearch..", "org.apache.hc..")
                .check(CLASSES);
    }

    @Test
    void onlyContentKnowsMarkdownAndGit() {
        assertThat(count(inPackage("vn.quantriet.content.."))).isGreaterThan(40);
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.quantriet.content..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vladsch.flexmark..", "org.eclipse.jgit..")
                .check(CLASSES);
    }

    @Test
    void onlyDocumentsKnowsOfficeFilesAndPdf() {
        assertThat(count(inPackage("vn.quantriet.documents.."))).isGreaterThan(40);
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.quantriet.documents..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.apache.pdfbox..")
                .check(CLASSES);
    }

    @Test
    void entitiesStayInTheirModule() {
        assertThat(CLASSES.stream().filter(c -> c.isAnnotatedWith(Entity.class)).count())
                .isGreaterThan(8);
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void timeComesFromTheClock() {
        assertThat(CLASSES.size()).isGreaterThan(200);
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        assertThat(CLASSES.stream().mapToInt(c -> c.getFields().size()).sum()).isGreaterThan(500);
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(CLASSES);
    }
}
