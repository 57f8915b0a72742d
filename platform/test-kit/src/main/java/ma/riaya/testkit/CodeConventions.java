package ma.riaya.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The conventions of the house over a service's own classes.
 *
 * <p>A service extends it with its root package.
 * Each rule fails where it finds nothing to check, so that a rule cannot stop checking unnoticed.
 */
public abstract class CodeConventions {

    private static final Pattern FORBIDDEN_PACKAGE =
            Pattern.compile(".*\\.(service|services|impl|util|utils|helper|helpers|manager|dto|common|model)(\\..*)?");

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private final String root;
    private final JavaClasses production;

    protected CodeConventions(String rootPackage) {
        root = rootPackage;
        production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }

    @TestFactory
    List<DynamicTest> conventions() {
        return List.of(
                rule(
                        "every endpoint declares its roles",
                        methods().that(areEndpoints()).should(declareRoles())),
                rule(
                        "every POST is idempotent or only asks",
                        methods()
                                .that(areEndpoints())
                                .and()
                                .areAnnotatedWith(POST.class)
                                .should(beIdempotentOrOnlyAsk())),
                rule("bodies are records", methods().that(areEndpoints()).should(takeRecordsAsBodies())),
                rule(
                        "features meet without cycles",
                        slices().matching(root + ".(*)..").should().beFreeOfCycles()),
                rule("packages are named by the officers' nouns", noClasses().should(new InForbiddenPackage())),
                rule("time comes from the clock", noClasses().should(readTheTimeThemselves())),
                rule("nothing is injected into fields", fields().should().notBeAnnotatedWith(Inject.class)),
                rule(
                        "refusals are values",
                        classes()
                                .that()
                                .implement(Refusal.class)
                                .and()
                                .areNotInterfaces()
                                .should()
                                .beRecords()
                                .orShould()
                                .beEnums()),
                rule(
                        "resources are not public",
                        classes()
                                .that()
                                .haveSimpleNameEndingWith("Resource")
                                .should()
                                .notBePublic()),
                rule(
                        "no boolean decides in a public method",
                        methods()
                                .that()
                                .arePublic()
                                .and()
                                .areDeclaredInClassesThat(areNotRecords())
                                .should(takeNoBoolean())),
                DynamicTest.dynamicTest("every package is null-marked", this::everyPackageIsNullMarked));
    }

    private DynamicTest rule(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(false).check(production));
    }

    private void everyPackageIsNullMarked() {
        List<String> unmarked = production.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.tryGetAnnotationOfType(NullMarked.class).isPresent())
                .map(found -> found.getName())
                .toList();
        assertThat(production).isNotEmpty();
        assertThat(unmarked).isEmpty();
    }

    /** An interface with the same annotations describes a neighbour's endpoints, which are asked and not served. */
    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> !method.getOwner().isInterface() && VERBS.stream().anyMatch(method::isAnnotatedWith));
    }

    private static DescribedPredicate<JavaClass> areNotRecords() {
        return DescribedPredicate.describe("are not records", found -> !found.isRecord() && !found.isEnum());
    }

    private static ArchCondition<JavaMethod> declareRoles() {
        return condition(
                "declare their roles",
                method -> List.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
                        .anyMatch(role -> method.isAnnotatedWith(role)
                                || method.getOwner().isAnnotatedWith(role)));
    }

    private static ArchCondition<JavaMethod> beIdempotentOrOnlyAsk() {
        return condition(
                "be idempotent or say that they only ask",
                method -> method.isAnnotatedWith(Idempotent.class) || method.isAnnotatedWith(Extension.class));
    }

    private static ArchCondition<JavaMethod> takeRecordsAsBodies() {
        return condition(
                "take records, bytes or text as bodies",
                method -> method.getParameters().stream()
                        .filter(CodeConventions::isBody)
                        .map(JavaParameter::getRawType)
                        .allMatch(type -> type.isRecord()
                                || type.isEquivalentTo(byte[].class)
                                || type.isEquivalentTo(String.class)
                                || type.isEquivalentTo(java.io.InputStream.class)));
    }

    /** What no annotation of the framework binds to the address, the headers or the context is the body. */
    private static boolean isBody(JavaParameter parameter) {
        return parameter.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getPackageName())
                .noneMatch(name -> name.startsWith("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy.reactive"));
    }

    private static ArchCondition<JavaMethod> takeNoBoolean() {
        return condition(
                "take no boolean",
                method -> method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(boolean.class)));
    }

    private static ArchCondition<JavaClass> readTheTimeThemselves() {
        return new ArchCondition<>("read the time themselves") {
            @Override
            public void check(JavaClass found, ConditionEvents events) {
                found.getMethodCallsFromSelf().forEach(call -> {
                    JavaClass owner = call.getTargetOwner();
                    boolean now = call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class))
                            && List.of(
                                            Instant.class,
                                            LocalDate.class,
                                            LocalDateTime.class,
                                            OffsetDateTime.class,
                                            ZonedDateTime.class)
                                    .stream()
                                    .anyMatch(owner::isEquivalentTo);
                    boolean millis =
                            owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
                    events.add(new SimpleConditionEvent(call, now || millis, call.getDescription()));
                });
            }
        };
    }

    private static ArchCondition<JavaMethod> condition(
            String description, java.util.function.Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(method, holds.test(method), method.getFullName()));
            }
        };
    }

    private static final class InForbiddenPackage extends ArchCondition<JavaClass> {
        InForbiddenPackage() {
            super("reside in a package named by technique");
        }

        @Override
        public void check(JavaClass found, ConditionEvents events) {
            events.add(new SimpleConditionEvent(
                    found, FORBIDDEN_PACKAGE.matcher(found.getPackageName()).matches(), found.getName()));
        }
    }
}
