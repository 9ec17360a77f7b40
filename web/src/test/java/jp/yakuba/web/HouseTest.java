package jp.yakuba.web;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.yakuba.house.YakubaArchitecture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@DisplayName("画面の家の決まり")
class HouseTest {
    private static final JavaClasses MODULE = YakubaArchitecture.classesIn(Path.of("target", "classes"));

    @TestFactory
    @DisplayName("すべての決まりを守る")
    Stream<DynamicTest> keepsTheLawOfTheHouse() {
        return YakubaArchitecture.ofTheProduct().rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MODULE)));
    }
}
