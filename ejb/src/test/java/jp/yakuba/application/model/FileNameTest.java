package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("職員が開くファイルの名前には人の名前がない")
class FileNameTest {
    private static final AttachmentView FIRST = file("disaster-certificate.photos", "山田花子の家.JPG");
    private static final AttachmentView OTHER = file("disaster-certificate.plan", "図面");
    private static final AttachmentView SECOND = file("disaster-certificate.photos", "a\"; x=.exe\r\n.pdf");

    @Test
    @DisplayName("手続き、受付番号、質問、その中の何番目かが分かる")
    void tellsWhereItBelongs() {
        assertThat(name(FIRST.id())).isEqualTo("disaster-certificate_2026-1121-00012-3_disaster-certificate.photos_1.jpg");
        assertThat(name(SECOND.id())).isEqualTo("disaster-certificate_2026-1121-00012-3_disaster-certificate.photos_2.pdf");
        assertThat(name(OTHER.id())).isEqualTo("disaster-certificate_2026-1121-00012-3_disaster-certificate.plan_1");
        assertThat(name(null)).isEqualTo("disaster-certificate_2026-1121-00012-3.pdf");
    }

    @Test
    @DisplayName("よその申請のファイルには名前がない")
    void namesNothingOfOthers() {
        assertThatThrownBy(() -> name(UUID.randomUUID())).isInstanceOf(RuleViolation.class);
    }

    private static String name(UUID id) {
        return FileName.of("disaster-certificate", "2026-1121-00012-3", List.of(FIRST, OTHER, SECOND), id);
    }

    private static AttachmentView file(String path, String name) {
        return new AttachmentView(UUID.randomUUID(), path, name, 1, "image/jpeg");
    }
}
