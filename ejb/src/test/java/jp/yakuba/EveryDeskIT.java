package jp.yakuba;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.yakuba.kernel.Role;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comes to every window of every desk as nobody and as a resident; who is let in without a name stands in a list. */
@ExtendWith(ArquillianExtension.class)
@DisplayName("すべての窓口の戸(コンテナ内)")
class EveryDeskIT {
    /** What is open to all, each on purpose: a new one is written here or is a fault. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "AddressDesk.placesOf", "AddressDesk.townPlaces", "AuditDesk.changed", "AuditDesk.looked", "AuditDesk.lookedAtAll",
            "AuditDesk.refused", "CardDesk.findReturn", "CardDesk.openAccount", "CardDesk.openHandover", "CardDesk.present",
            "CardDesk.take", "CatalogueDesk.find", "CatalogueDesk.findByCode", "CatalogueDesk.list",
            "CatalogueDesk.listByLifeEvent", "CatalogueDesk.listBySection", "CatalogueDesk.listLifeEvents", "ClockDesk.current", "DraftingDesk.officeView",
            "FileDesk.virusScan", "FormDesk.export", "FormDesk.jsonSchema", "FormDesk.pages", "FormDesk.published",
            "FormDesk.writeBlankPdf", "GuideDesk.list", "GuideDesk.next", "NoticeBoardDesk.listUp", "NoticeBoardDesk.open",
            "OfficeSignatureDesk.state", "OrganizationDesk.calendar",
            "OrganizationDesk.ancestorsOf", "OrganizationDesk.findEverKnown", "OrganizationDesk.findSection", "OrganizationDesk.listSections",
            "OrganizationDesk.successorsOf", "OrganizationDesk.town", "OrganizationDesk.townWords", "ParkingDesk.park", "PeerDoorDesk.admit", "ProofDesk.check", "ProofDesk.mostInAMinute",
            "RegistrationDesk.askForNewPassword", "RegistrationDesk.followLink", "RegistrationDesk.register",
            "RegistrationDesk.resetPassword", "SearchDesk.find", "SignInDesk.actorOf", "SignInDesk.askForLink",
            "SignInDesk.confirm", "SignInDesk.signIn", "SignInDesk.signInByLink", "SignInDesk.signInStaff",
            "SignInDesk.signOut", "SigningDesk.deliver");
    /** Desks to which residents come. */
    private static final Set<String> OF_RESIDENTS = Set.of(
            "AccountDesk", "ApplicationDesk", "CardDesk", "DispatchDesk", "DraftDesk", "FormDesk", "MandateDesk", "NoticeBoardDesk", "NoticeBoxDesk",
            "ParkingDesk", "RegistrationDesk", "SignInDesk", "SigningDesk", "VisitDesk");

    @Inject
    private BeanManager beans;

    @Inject
    private AsResident resident;

    @Test
    @DisplayName("だれにでも開いている窓は、表に書いたものだけ")
    void whatIsOpenToAllIsListed() {
        var open = new TreeSet<String>();
        windows().filter(window -> window.roles() == null).forEach(window -> open.add(window.name()));

        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN_TO_ALL);
    }

    @Test
    @DisplayName("名のない人は、ほかのどの窓でも断られる")
    void nobodyIsRefusedEverywhereElse() {
        var closed = windows().filter(window -> !OPEN_TO_ALL.contains(window.name())).toList();

        assertThat(closed).hasSizeGreaterThan(100);
        assertThat(closed).filteredOn(window -> !refuses(window)).extracting(Window::name).isEmpty();
    }

    @Test
    @DisplayName("住民は、住民の窓のほかでは断られる")
    void aResidentIsRefusedAtTheWindowsOfStaff() throws Exception {
        var ofResidents = windows().filter(window -> window.roles() != null && window.roles().contains(Role.RESIDENT)).toList();
        var closed = windows().filter(window -> !OPEN_TO_ALL.contains(window.name()))
                .filter(window -> !window.roles().contains(Role.RESIDENT)).toList();

        assertThat(ofResidents).allSatisfy(window -> assertThat(OF_RESIDENTS).as(window.name()).contains(window.desk().getSimpleName()));
        assertThat(closed).hasSizeGreaterThan(100);
        assertThat(resident.call(() -> closed.stream().filter(window -> !refuses(window)).map(Window::name).toList())).isEmpty();
    }

    /** Whoever has no right is sent away before anything is looked at, so nothing need be brought. */
    private static boolean refuses(Window window) {
        var nothing = Stream.of(window.method().getParameterTypes()).map(EveryDeskIT::nothing).toArray();
        try {
            window.method().invoke(CDI.current().select(window.desk()).get(), nothing);
            return false;
        } catch (InvocationTargetException answer) {
            return answer.getCause() instanceof EJBAccessException;
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type.isPrimitive() ? 0 : null;
    }

    private Stream<Window> windows() {
        var all = new ArrayList<Window>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (var type : bean.getTypes()) {
                if (type instanceof Class<?> desk && desk.isInterface() && desk.getName().matches("jp\\.yakuba\\..+\\.api\\.\\w+Desk")) {
                    Stream.of(desk.getMethods()).forEach(method -> all.add(new Window(desk, method, roles(bean, method))));
                }
            }
        }
        assertThat(all).as("windows").isNotEmpty();
        return all.stream();
    }

    /** Who may come; null if everybody may. */
    private static List<String> roles(Bean<?> bean, Method method) {
        try {
            var written = bean.getBeanClass().getMethod(method.getName(), method.getParameterTypes());
            if (written.isAnnotationPresent(PermitAll.class)) {
                return null;
            }
            var roles = written.getAnnotation(RolesAllowed.class);
            if (roles != null) {
                return List.of(roles.value());
            }
            var ofAll = bean.getBeanClass().getAnnotation(RolesAllowed.class);
            return ofAll == null ? null : List.of(ofAll.value());
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** One method of a desk. */
    private record Window(Class<?> desk, Method method, List<String> roles) {
        String name() {
            return desk.getSimpleName() + "." + method.getName();
        }
    }
}
