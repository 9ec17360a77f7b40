package jp.yakuba;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.yakuba.house.Domain;
import jp.yakuba.house.YakubaArchitecture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("用語集")
class GlossaryTest {
    private static final Path GLOSSARY = Path.of("..", "config", "docs", "glossary");
    private static final JavaClasses HOUSE = YakubaArchitecture.classesIn(Path.of("target", "classes"));

    @Test
    @DisplayName("どの領域も日本語の名で載っている")
    void everyDomainIsThereUnderItsJapaneseName() {
        var plaques = HOUSE.stream().filter(type -> type.getPackage().isAnnotatedWith(Domain.class)).toList();
        assertThat(plaques).isNotEmpty().allSatisfy(plaque -> {
            var japanese = plaque.getPackage().getAnnotationOfType(Domain.class).japanese();
            assertThat(page(domainOf(plaque))).startsWith("# " + japanese + " (`" + domainOf(plaque) + "`)");
        });
    }

    @Test
    @DisplayName("窓口の言葉はすべて載っている(足りない行をそのまま出す)")
    void everyPublicTypeOfAnApiIsThere() {
        List<String> missing = HOUSE.stream()
                .filter(type -> type.getPackageName().matches("jp\\.yakuba\\.[a-z]+\\.api"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .filter(type -> !page(domainOf(type)).contains("`" + type.getSimpleName() + "`"))
                .map(type -> domainOf(type) + ".md: |  |  | `" + type.getSimpleName() + "` |  |  |  |")
                .sorted()
                .toList();
        assertThat(missing).isEmpty();
    }

    private static String domainOf(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    private static String page(String domain) {
        try {
            return Files.readString(GLOSSARY.resolve(domain + ".md"));
        } catch (IOException missing) {
            throw new UncheckedIOException("No glossary for " + domain, missing);
        }
    }
}
