package jp.yakuba;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.house.YakubaArchitecture;
import jp.yakuba.kernel.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("拒否理由の番号")
class ProblemCodesTest {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("messaging", "MSG"), Map.entry("audit", "AUD"), Map.entry("organization", "ORG"),
            Map.entry("resident", "RES"), Map.entry("account", "ACC"), Map.entry("approval", "APV"),
            Map.entry("document", "DOC"), Map.entry("notification", "NTF"), Map.entry("search", "SCH"),
            Map.entry("application", "APL"), Map.entry("portal", "POR"), Map.entry("exchange", "EXC"), Map.entry("inquiry", "INQ"),
            Map.entry("share", "SHR"), Map.entry("register", "REG"), Map.entry("certificate", "CRT"), Map.entry("relocation", "REL"));
    private static final List<Class<?>> ENUMS = YakubaArchitecture.classesIn(Path.of("target", "classes")).stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(Problem.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();

    @Test
    @DisplayName("番号は家じゅうで一つずつ")
    void areUniqueInTheHouse() {
        var twice = problems().collect(groupingBy(Problem::code)).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1);
        assertThat(twice).isEmpty();
    }

    @Test
    @DisplayName("番号は領域の三文字と三桁、状態は4xx")
    void carryTheLettersOfTheirDomain() {
        assertThat(ENUMS).isNotEmpty().allSatisfy(type -> {
            var domain = type.getPackageName().split("\\.")[2];
            assertThat(constants(type)).allSatisfy(problem -> {
                assertThat(problem.code()).matches(LETTERS.get(domain) + "-[0-9]{3}");
                assertThat(problem.httpStatus()).isBetween(400, 499);
            });
        });
    }

    private static Stream<Problem> problems() {
        return ENUMS.stream().flatMap(type -> constants(type).stream());
    }

    private static List<Problem> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(Problem.class::cast).toList();
    }
}
