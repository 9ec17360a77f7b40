package jp.yakuba.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static jp.yakuba.house.HouseConditions.accepted;
import static jp.yakuba.house.HouseConditions.named;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;

/**
 * The law of the house, executable: what may see what, who may ask for the time, who holds the keys to the tables.
 *
 * <p>Each rule says why, so that a red build teaches. {@link Except} on a class or method is the only way around one.
 */
public final class YakubaArchitecture {
    private static final String ROOT = "jp.yakuba";

    /** Most exceptions in one module; raise it with an ADR only. */
    private static final int MOST_EXCEPTIONS = 1;

    private final House house;
    private final HouseConditions conditions;

    private YakubaArchitecture(String root) {
        this.house = new House(root);
        this.conditions = new HouseConditions(house);
    }

    /** The rules for the product. */
    public static YakubaArchitecture ofTheProduct() {
        return new YakubaArchitecture(ROOT);
    }

    /** The rules for another street, on which the rules themselves are tested. */
    static YakubaArchitecture of(String root) {
        return new YakubaArchitecture(root);
    }

    /** The compiled classes of one module, tests left out. */
    public static JavaClasses classesIn(Path compiled) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPath(compiled);
    }

    /** Every rule, in the order in which a reader wants to hear of them. */
    public List<ArchRule> rules() {
        return List.of(
                domainsFormNoCycle(), desksAreTheOnlyDoor(), storeysAreKept(), whatIsDeclaredIsUsed(),
                everyDomainHasAPlaque(), thereIsNoFifthRoom(), roomsKeepTheirOrder(), shellsSeeOnlyDesks(),
                kernelKnowsNobody(), modelKnowsNoContainer(), onlyStoresOpenTheDatabase(), onlyMessengersTouchJms(),
                nobodyAsksTheMachineForTheTime(), namesSayWhatAThingIs(), refusalsAreNamed(),
                everyDoorNamesItsRoles(), exceptionsCarryAReason(), exceptionsAreFew());
    }

    ArchRule domainsFormNoCycle() {
        return slices().matching(house.root() + ".(*)..").should().beFreeOfCycles()
                .because("a cycle of domains is one big domain; break it with an event")
                .allowEmptyShould(true);
    }

    ArchRule desksAreTheOnlyDoor() {
        return classes().that(accepted()).and(named("live in a domain", house::isDomain))
                .should(conditions.visitOtherDomainsOnlyAsDeclared())
                .because("a domain opens its api to the domains that declare the visit in @Domain(uses), and nothing else")
                .allowEmptyShould(true);
    }

    ArchRule storeysAreKept() {
        return classes().that(named("are plaques of a domain", conditions::isPlaque))
                .should(conditions.useOnlyStoreysAllowed())
                .because("counters meet through foundation desks or events; nobody looks up the stairs")
                .allowEmptyShould(true);
    }

    ArchRule whatIsDeclaredIsUsed() {
        return classes().that(named("are plaques of a domain", conditions::isPlaque))
                .should(conditions.useWhatTheyDeclare())
                .because("a declared visit nobody makes is a door left open")
                .allowEmptyShould(true);
    }

    ArchRule everyDomainHasAPlaque() {
        return classes().that(named("live in a domain", house::isDomain))
                .should(conditions.standUnderAPlaque())
                .because("the package-info of a domain says what it is for, its storey and its neighbours")
                .allowEmptyShould(true);
    }

    ArchRule thereIsNoFifthRoom() {
        return classes().that(accepted()).and(named("live in a domain", house::isDomain))
                .should(conditions.liveInAKnownRoom())
                .because("who knows one domain finds the way in all; a new room needs an ADR")
                .allowEmptyShould(true);
    }

    ArchRule roomsKeepTheirOrder() {
        return classes().that(accepted()).and(named("live in a domain", house::isDomain))
                .should(conditions.lookOnlyIntoRoomsBelow())
                .because("service sees store, store sees model, model sees api, never backwards")
                .allowEmptyShould(true);
    }

    ArchRule shellsSeeOnlyDesks() {
        return classes().that(accepted()).and(named("live in a shell", house::isShell))
                .should(conditions.seeOnlyWhatShellsMay())
                .because("pages and adapters have manners, not rules; what they need stands in an api")
                .allowEmptyShould(true);
    }

    ArchRule kernelKnowsNobody() {
        return classes().that(named("live in the kernel", house::isKernel))
                .should(conditions.knowOnlyTheKernel())
                .because("everybody stands on the kernel, so it stands on nobody")
                .allowEmptyShould(true);
    }

    ArchRule modelKnowsNoContainer() {
        return noClasses().that(accepted()).and(named("live in a model", type -> house.isIn(type, "model")))
                .should().dependOnClassesThat().resideInAnyPackage(
                        "jakarta.ejb..", "jakarta.enterprise..", "jakarta.inject..", "jakarta.faces..", "jakarta.ws..",
                        "jakarta.servlet..", "jakarta.jms..", "jakarta.transaction..", "java.sql..", "javax.sql..")
                .because("rules of the field must run in a plain unit test")
                .allowEmptyShould(true);
    }

    ArchRule onlyStoresOpenTheDatabase() {
        return noClasses().that(accepted())
                .and(named("live outside stores", type -> !house.isIn(type, "store")
                        && (house.isDomain(type) || house.isKernel(type) || house.isShell(type))
                        && !house.nameOf(type).equals("schema")))
                .should(conditions.openTheDatabase())
                .because("one room of a domain holds the keys to its tables")
                .allowEmptyShould(true);
    }

    ArchRule onlyMessengersTouchJms() {
        return noClasses().that(accepted())
                .and(named("are not messengers", type -> !house.nameOf(type).equals("jmsadapters")
                        && !house.nameOf(type).equals("messaging")
                        && (house.isDomain(type) || house.isKernel(type) || house.isShell(type))))
                .should().dependOnClassesThat().resideInAPackage("jakarta.jms..")
                .because("a person's request enlists PostgreSQL and nothing else; messages leave by the outbox")
                .allowEmptyShould(true);
    }

    ArchRule nobodyAsksTheMachineForTheTime() {
        return classes().that(accepted())
                .and(named("are no office clock", type -> !type.isAssignableTo(house.root() + ".kernel.OfficeClock")))
                .should(conditions.neverAskTheMachineForTheTime())
                .because("the office has one clock, and a sample town or a test may set it")
                .allowEmptyShould(true);
    }

    ArchRule namesSayWhatAThingIs() {
        return noClasses().that(accepted())
                .should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Data|Info)(\\$.*)?")
                .because("such a name says that nobody knew what the thing is")
                .allowEmptyShould(true);
    }

    ArchRule refusalsAreNamed() {
        return classes().that(accepted()).should(conditions.neverThrowVanilla())
                .because("a bare exception tells nobody what happened; refuse with a Problem or name the fault")
                .allowEmptyShould(true);
    }

    ArchRule everyDoorNamesItsRoles() {
        return classes().that(named("are enterprise beans", HouseConditions::isEnterpriseBean))
                .should(conditions.nameRolesOnEveryPublicMethod())
                .because("deny by default: a door without a name on it is either locked for all or open for all")
                .allowEmptyShould(true);
    }

    ArchRule exceptionsAreFew() {
        return classes().should(conditions.carryAtMost(MOST_EXCEPTIONS))
                .because("a rule with many exceptions is no rule")
                .allowEmptyShould(true);
    }

    ArchRule exceptionsCarryAReason() {
        return classes().should(conditions.giveReasonsForExceptions())
                .because("whoever goes around a rule tells the next reader why")
                .allowEmptyShould(true);
    }
}
