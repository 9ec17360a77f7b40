package jp.yakuba.web.document;

import static jp.yakuba.document.api.DocumentProblem.ARCHIVE_BOMB;
import static jp.yakuba.document.api.DocumentProblem.DISGUISED;
import static jp.yakuba.document.api.DocumentProblem.FILE_EMPTY;
import static jp.yakuba.document.api.DocumentProblem.FILE_TOO_LARGE;
import static jp.yakuba.document.api.DocumentProblem.FILE_UNREADABLE;
import static jp.yakuba.document.api.DocumentProblem.SCAN_UNAVAILABLE;
import static jp.yakuba.document.api.DocumentProblem.TYPE_NOT_TAKEN;
import static jp.yakuba.document.api.DocumentProblem.VIRUS_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.yakuba.document.api.DocumentProblem;
import jp.yakuba.web.shell.Language;
import jp.yakuba.web.shell.MessageBundles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("移行文書の不備のことば")
class ImportWordsTest {
    private static final List<DocumentProblem> OF_FILES = List.of(
            FILE_TOO_LARGE, TYPE_NOT_TAKEN, DISGUISED, ARCHIVE_BOMB, VIRUS_FOUND, SCAN_UNAVAILABLE, FILE_EMPTY, FILE_UNREADABLE);

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("ファイルの不備には、移行の画面のことばがあり、ほかの画面の欄や、抜けた言葉を言わない")
    void faultsOfFilesHaveWordsOfTheirOwn(Language language) {
        var bundles = MessageBundles.read(getClass().getClassLoader());
        assertThat(OF_FILES).allSatisfy(problem -> assertThat(bundles.find(language, "document.import.fault." + problem.code()))
                .isNotBlank().doesNotContain("{", "届いたまま", "選び直"));
    }
}
