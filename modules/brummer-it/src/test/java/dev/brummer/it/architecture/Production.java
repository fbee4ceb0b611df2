package dev.brummer.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** The classes of Brummer and its bundled plugins, without tests. */
final class Production {
    static final String ROOT = "dev.brummer";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    private Production() {}

    /** All of them; fails where so few are found that a rule about them would say nothing. */
    static JavaClasses all() {
        assertThat(ALL).as("classes found").hasSizeGreaterThan(250);
        return ALL;
    }

    /** Those in a package or below it, of which there must be at least so many. */
    static JavaClasses in(String name, int atLeast) {
        JavaClasses some = all().that(DescribedPredicate.describe("in " + name, type -> isIn(type, name)));
        assertThat(some).as("classes in %s", name).hasSizeGreaterThanOrEqualTo(atLeast);
        return some;
    }

    static boolean isIn(JavaClass type, String name) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }

    /** Classes with a dependency on a package, or one below it. */
    static Stream<JavaClass> usersOf(String library) {
        return all().stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> isIn(dependency.getTargetClass(), library)));
    }
}
