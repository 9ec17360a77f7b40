package jp.yakuba.web.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.yakuba.application.api.ApplicationState;
import jp.yakuba.web.shell.Language;
import jp.yakuba.web.shell.MessageBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("監査記録のことば")
class AuditWordsTest {
    private static final MessageBundles BUNDLES = MessageBundles.read(AuditWordsTest.class.getClassLoader());
    private static final Path DESKS = Path.of("..", "ejb", "src", "main", "java");
    private static final Path DOORS = Path.of("src", "main", "java", "jp", "yakuba", "web", "shell", "RefusalBook.java");
    private static final Pattern DEED = Pattern.compile("\"((?:account|application|approval|audit|document|form|messaging|"
            + "notification|organization|procedure|resident|web)(?:\\.[a-z-]*[a-z])+)\"");

    /** Dated parameters of the organisation are named in the same manner, and are no deeds; nor are names of files. */
    private static final Pattern PARAMETER = Pattern.compile("approval\\.(?:due|pull-up|escalate)\\..*");

    @Test
    @DisplayName("窓口が記録する行為には、みな言葉がある")
    void everyDeedHasWords() throws IOException {
        var deeds = new TreeSet<String>();
        try (Stream<Path> desks = Files.walk(DESKS)) {
            for (var file : Stream.concat(desks.filter(one -> one.toString().endsWith(".java")), Stream.of(DOORS)).toList()) {
                DEED.matcher(Files.readString(file)).results().forEach(found -> deeds.add(found.group(1)));
            }
        }
        deeds.removeIf(deed -> PARAMETER.matcher(deed).matches() || deed.endsWith(".pdf"));
        assertThat(deeds).as("the deeds were found").hasSizeGreaterThan(60);
        assertThat(deeds).allSatisfy(deed -> assertThat(BUNDLES.keys()).contains("audit.deed." + deed));
    }

    @Test
    @DisplayName("選ぶところに、同じ言葉の行為は二つとない")
    void noTwoDeedsAreCalledTheSame() {
        var words = BUNDLES.keys().stream().filter(key -> key.startsWith("audit.deed."))
                .map(key -> BUNDLES.find(Language.JAPANESE, key)).toList();
        assertThat(words).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("申請の状態になったことにも、言葉がある")
    void everyStateThatAnApplicationComesIntoHasWords() {
        assertThat(ApplicationState.values()).allSatisfy(state -> assertThat(BUNDLES.keys())
                .contains("audit.deed.application." + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }
}
