package jp.yakuba.organization;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.kernel.Role;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.service.OrganizationDeskBean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("組織の窓口の戸")
class OrganizationDoorsTest {
    private static final Set<String> IN_THE_HALL = Set.of(
            "town", "townWords", "calendar", "listSections", "findSection", "findEverKnown", "successorsOf", "ancestorsOf");

    @Test
    @DisplayName("だれにでも開くのは玄関に掲げてあることだけ。職員のことは職員と窓口だけに開く")
    void onlyWhatHangsInTheHallIsOpenToAll() throws Exception {
        var open = Arrays.stream(OrganizationDesk.class.getMethods()).filter(method -> door(method).isAnnotationPresent(PermitAll.class))
                .map(Method::getName).collect(Collectors.toSet());
        assertThat(open).isEqualTo(IN_THE_HALL);

        for (var method : OrganizationDesk.class.getMethods()) {
            if (!IN_THE_HALL.contains(method.getName())) {
                assertThat(door(method).getAnnotation(RolesAllowed.class).value()).as(method.getName()).containsExactlyInAnyOrder(Role.STAFF, Role.DESK);
            }
        }
    }

    private static Method door(Method method) {
        try {
            return OrganizationDeskBean.class.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException missing) {
            throw new AssertionError(missing);
        }
    }
}
