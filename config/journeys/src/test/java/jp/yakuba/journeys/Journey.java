package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every journey has: the open office, and visitors of whom a picture is taken when something went wrong. */
@ExtendWith(Journey.Door.class)
abstract class Journey {
    /** Width of a phone. */
    static final int PHONE = 390;

    /** Width of a desk. */
    static final int DESK = 1280;

    private final List<Visitor> visitors = new ArrayList<>();
    private OpenOffice office;

    OpenOffice office() {
        return office;
    }

    /** Somebody who has no card at hand. */
    Visitor visitor(int width) {
        return remember(Visitor.of(office, width, null));
    }

    /** Somebody with one of the sample cards. */
    Visitor visitorWithCard(int width, String card) {
        return remember(Visitor.of(office, width, card));
    }

    /** A member of staff, signed in. */
    Visitor staff(String number) {
        return remember(Visitor.of(office, DESK, null)).signInAsStaff(number);
    }

    /** Somebody of the staff who has the role, of that section if there is one. */
    String holder(String role, String section) {
        return Staff.with(office.running().database().owner(), role, section);
    }

    /** The one of the staff who holds the post today. */
    String post(String code) {
        return Staff.holding(office.running().database().owner(), code);
    }

    private Visitor remember(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::leave);
    }

    /**
     * Opens the office before the first journey of the run, closes it after the last; one that a class has to itself lives as long as
     * the class. Keeps pictures of failures, and reads the
     * logs after each journey: nothing in them tells of people.
     */
    static final class Door implements BeforeEachCallback, AfterTestExecutionCallback {
        private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(Door.class);

        @Override
        public void beforeEach(ExtensionContext context) {
            boolean alone = context.getRequiredTestClass().isAnnotationPresent(OwnOffice.class);
            var whole = alone ? context.getParent().orElseThrow() : context.getRoot();
            ((Journey) context.getRequiredTestInstance()).office = whole.getStore(PLACE).computeIfAbsent(
                    alone, key -> alone ? OpenOffice.apart() : OpenOffice.open(), OpenOffice.class);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            keepPictures(context);
            if (context.getExecutionException().isEmpty()) {
                var office = ((Journey) context.getRequiredTestInstance()).office;
                assertThat(office.once("logs", () -> new LogFiles(office)).tellingLines()).as("lines of the logs that tell of people").isEmpty();
            }
        }

        private static void keepPictures(ExtensionContext context) {
            if (context.getExecutionException().isPresent()) {
                var name = context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName();
                var visitors = ((Journey) context.getRequiredTestInstance()).visitors;
                for (var number = 0; number < visitors.size(); number++) {
                    visitors.get(number).keepPicture(name + "-" + number);
                }
            }
        }
    }
}
