package jp.yakuba.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The conditions behind {@link YakubaArchitecture}, each named as the end of a sentence "classes should …". */
final class HouseConditions {
    private static final Map<String, Set<String>> ROOMS_BELOW = Map.of(
            "service", Set.of("service", "store", "model", "gateway", "api"),
            "store", Set.of("store", "model", "api"),
            "model", Set.of("model", "api"),
            "gateway", Set.of("gateway", "api"),
            "api", Set.of("api"));
    private static final Set<String> ROOMS_THAT_VISIT = Set.of("api", "service");
    private static final Set<String> VANILLA =
            Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Throwable", "java.lang.Error");
    private static final List<String> BEANS =
            List.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton", "jakarta.ejb.MessageDriven");
    private static final List<String> ROLE_MARKS = List.of(
            "jakarta.annotation.security.RolesAllowed", "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll");
    private static final Set<String> DATABASE = Set.of(
            "jakarta.persistence.EntityManager", "jakarta.persistence.EntityManagerFactory",
            "jakarta.persistence.PersistenceContext", "javax.sql.DataSource", "java.sql.Connection",
            "java.sql.DriverManager");
    private static final int SHORTEST_REASON = 20;

    private final House house;

    HouseConditions(House house) {
        this.house = house;
    }

    static DescribedPredicate<JavaClass> named(String name, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(name, test);
    }

    static DescribedPredicate<JavaClass> accepted() {
        return named("carry no @Except", type -> !isExcepted(type));
    }

    static boolean isEnterpriseBean(JavaClass type) {
        return BEANS.stream().anyMatch(type::isAnnotatedWith);
    }

    boolean isPlaque(JavaClass type) {
        return type.getSimpleName().equals("package-info") && house.isDomain(type) && house.roomOf(type).isEmpty();
    }

    ArchCondition<JavaClass> visitOtherDomainsOnlyAsDeclared() {
        return condition("visit other domains only through api, and only if declared", (visitor, events) -> {
            var declared = house.plaqueOf(visitor).map(Domain::uses).map(Set::of).orElse(Set.of());
            for (Dependency step : visitor.getDirectDependenciesFromSelf()) {
                var host = step.getTargetClass();
                if (!house.isDomain(host) || house.nameOf(host).equals(house.nameOf(visitor))) {
                    continue;
                }
                boolean throughTheDoor = house.isIn(host, "api") && ROOMS_THAT_VISIT.contains(house.roomOf(visitor));
                if (!throughTheDoor || !declared.contains(house.nameOf(host))) {
                    refuse(events, step, step.getDescription());
                }
            }
        });
    }

    ArchCondition<JavaClass> useOnlyStoreysAllowed() {
        return new Census("use only domains of storeys open to them") {
            @Override
            void check(String name, Domain domain, JavaClass plaque, ConditionEvents events) {
                for (String used : domain.uses()) {
                    var host = plaques.get(used);
                    if (host == null) {
                        refuse(events, plaque, name + " uses " + used + ", which is no domain");
                    } else if (!mayVisit(domain.storey(), host.storey())) {
                        refuse(events, plaque, name + " (" + domain.storey() + ") uses " + used + " (" + host.storey() + ")");
                    }
                }
            }
        };
    }

    private static boolean mayVisit(Domain.Storey visitor, Domain.Storey host) {
        return host == Domain.Storey.FOUNDATION || visitor.compareTo(host) > 0;
    }

    ArchCondition<JavaClass> useWhatTheyDeclare() {
        return new Census("use what they declare") {
            @Override
            void check(String name, Domain domain, JavaClass plaque, ConditionEvents events) {
                var visited = visits.getOrDefault(name, Set.of());
                boolean open = rooms.getOrDefault(name, Set.of()).contains("service");
                Arrays.stream(domain.uses())
                        .filter(used -> open && !visited.contains(used))
                        .forEach(used -> refuse(events, plaque, name + " declares " + used + " and never goes there"));
            }
        };
    }

    ArchCondition<JavaClass> standUnderAPlaque() {
        return condition("stand under a package marked with @Domain", (type, events) -> {
            if (house.plaqueOf(type).isEmpty()) {
                refuse(events, type, type.getName() + " has no @Domain on its root package");
            }
        });
    }

    ArchCondition<JavaClass> liveInAKnownRoom() {
        return condition("live in api, model, service, store or gateway", (type, events) -> {
            boolean atTheDoor = house.roomOf(type).isEmpty() && type.getSimpleName().equals("package-info");
            if (!atTheDoor && !House.ROOMS.contains(house.roomOf(type))) {
                refuse(events, type, type.getName() + " lives in no known room");
            }
        });
    }

    ArchCondition<JavaClass> lookOnlyIntoRoomsBelow() {
        return condition("look only into their own room and those below", (type, events) -> {
            var below = ROOMS_BELOW.getOrDefault(house.roomOf(type), Set.of());
            for (Dependency step : type.getDirectDependenciesFromSelf()) {
                var host = step.getTargetClass();
                boolean neighbour = house.isDomain(host) && house.nameOf(host).equals(house.nameOf(type));
                if (neighbour && !below.contains(house.roomOf(host))) {
                    refuse(events, step, step.getDescription());
                }
            }
        });
    }

    ArchCondition<JavaClass> seeOnlyWhatShellsMay() {
        return condition("see only api and kernel (adapters also gateway)", (type, events) -> {
            for (Dependency step : type.getDirectDependenciesFromSelf()) {
                var host = step.getTargetClass();
                boolean port = house.nameOf(type).equals("jmsadapters") && house.isIn(host, "gateway");
                boolean strange = house.isDomain(host) && !house.isIn(host, "api") && !port
                        || house.isShell(host) && !house.nameOf(host).equals(house.nameOf(type));
                if (strange) {
                    refuse(events, step, step.getDescription());
                }
            }
        });
    }

    ArchCondition<JavaClass> knowOnlyTheKernel() {
        return condition("know only the kernel", (type, events) -> type.getDirectDependenciesFromSelf().stream()
                .filter(step -> house.isDomain(step.getTargetClass()) || house.isShell(step.getTargetClass()))
                .forEach(step -> refuse(events, step, step.getDescription())));
    }

    ArchCondition<JavaClass> openTheDatabase() {
        return condition("open the database", (type, events) -> type.getDirectDependenciesFromSelf().stream()
                .filter(step -> DATABASE.contains(step.getTargetClass().getName()))
                .forEach(step -> events.add(SimpleConditionEvent.satisfied(step, step.getDescription()))));
    }

    ArchCondition<JavaClass> neverAskTheMachineForTheTime() {
        return condition("never ask the machine for the time", (type, events) -> {
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                if (asksForTheTime(call) && !isExcepted(call.getOrigin())) {
                    refuse(events, call, call.getDescription());
                }
            }
            for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
                boolean bareDate = call.getTargetOwner().getName().equals("java.util.Date")
                        && call.getTarget().getRawParameterTypes().isEmpty();
                if (bareDate && !isExcepted(call.getOrigin())) {
                    refuse(events, call, call.getDescription());
                }
            }
        });
    }

    private static boolean asksForTheTime(JavaMethodCall call) {
        var owner = call.getTargetOwner().getName();
        var method = call.getName();
        return owner.startsWith("java.time.") && method.equals("now")
                || owner.equals("java.lang.System") && method.equals("currentTimeMillis")
                || owner.equals("java.time.Clock") && (method.startsWith("system") || method.startsWith("tick"))
                || owner.equals("java.util.Calendar") && method.equals("getInstance");
    }

    ArchCondition<JavaClass> neverThrowVanilla() {
        return condition("never make a bare exception", (type, events) -> {
            for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
                boolean passedUp = call.getOrigin().isConstructor()
                        && type.getRawSuperclass().filter(call.getTargetOwner()::equals).isPresent();
                if (VANILLA.contains(call.getTargetOwner().getName()) && !passedUp && !isExcepted(call.getOrigin())) {
                    refuse(events, call, call.getDescription());
                }
            }
        });
    }

    ArchCondition<JavaClass> nameRolesOnEveryPublicMethod() {
        return condition("name roles on every public method and none on the class", (bean, events) -> {
            if (ROLE_MARKS.stream().anyMatch(bean::isAnnotatedWith)) {
                refuse(events, bean, bean.getName() + " names roles on the class; each method names its own");
            }
            for (JavaMethod method : bean.getMethods()) {
                boolean door = method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.BRIDGE)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
                if (door && !isExcepted(method) && ROLE_MARKS.stream().noneMatch(method::isAnnotatedWith)) {
                    refuse(events, method, method.getFullName() + " names no roles");
                }
            }
        });
    }

    ArchCondition<JavaClass> giveReasonsForExceptions() {
        return condition("give a reason of some length in every @Except", (type, events) -> {
            type.tryGetAnnotationOfType(Except.class).ifPresent(mark -> weigh(mark, type.getName(), type, events));
            type.getMethods().forEach(method -> method.tryGetAnnotationOfType(Except.class)
                    .ifPresent(mark -> weigh(mark, method.getFullName(), method, events)));
        });
    }

    /** Counts the ways around a rule over all classes looked at; the rule breaks at one too many. */
    ArchCondition<JavaClass> carryAtMost(int exceptions) {
        return new ArchCondition<>("carry at most " + exceptions + " @Except together") {
            private int count;

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                count += type.isAnnotatedWith(Except.class) ? 1 : 0;
                count += (int) type.getMethods().stream().filter(method -> method.isAnnotatedWith(Except.class)).count();
            }

            @Override
            public void finish(ConditionEvents events) {
                if (count > exceptions) {
                    refuse(events, this, count + " exceptions are too many: mend the rule, or the code");
                }
                count = 0;
            }
        };
    }

    private static void weigh(Except mark, String name, Object where, ConditionEvents events) {
        if (mark.value().strip().length() < SHORTEST_REASON) {
            refuse(events, where, name + " goes around a rule without saying why");
        }
    }

    private static boolean isExcepted(JavaClass type) {
        return type.isAnnotatedWith(Except.class)
                || type.getEnclosingClass().filter(HouseConditions::isExcepted).isPresent();
    }

    private static boolean isExcepted(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(Except.class);
    }

    private static void refuse(ConditionEvents events, Object where, String what) {
        events.add(SimpleConditionEvent.violated(where, what));
    }

    private static ArchCondition<JavaClass> condition(String name, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(name) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }

    /** A condition that first walks the whole street: who has a plaque, which rooms, who visits whom. */
    private abstract class Census extends ArchCondition<JavaClass> {
        final Map<String, Domain> plaques = new TreeMap<>();
        final Map<String, Set<String>> rooms = new TreeMap<>();
        final Map<String, Set<String>> visits = new TreeMap<>();

        Census(String name) {
            super(name);
        }

        abstract void check(String name, Domain domain, JavaClass plaque, ConditionEvents events);

        @Override
        public void init(Collection<JavaClass> allPlaques) {
            allPlaques.forEach(plaque -> {
                house.plaqueOf(plaque).ifPresent(domain -> plaques.put(house.nameOf(plaque), domain));
                plaque.getPackage().getClassesInPackageTree().forEach(this::count);
            });
        }

        private void count(JavaClass type) {
            rooms.computeIfAbsent(house.nameOf(type), name -> new TreeSet<>()).add(house.roomOf(type));
            type.getDirectDependenciesFromSelf().stream()
                    .filter(step -> house.isDomain(step.getTargetClass()))
                    .forEach(step -> visits.computeIfAbsent(house.nameOf(type), name -> new TreeSet<>())
                            .add(house.nameOf(step.getTargetClass())));
        }

        @Override
        public void check(JavaClass plaque, ConditionEvents events) {
            house.plaqueOf(plaque).ifPresent(domain -> check(house.nameOf(plaque), domain, plaque, events));
        }
    }
}
