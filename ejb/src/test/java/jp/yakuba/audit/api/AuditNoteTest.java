package jp.yakuba.audit.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("監査に残す言葉")
class AuditNoteTest {
    @Test
    @DisplayName("分からないものは書かない。「null」という字にもならない")
    void whatIsNotKnownIsLeftOut() {
        assertThat(AuditNote.words("IN", null, "file")).isEqualTo("IN file");
        assertThat(AuditNote.words("IN", 2026)).isEqualTo("IN 2026");
        assertThat(AuditNote.words(" ", null)).isNull();
        assertThat(AuditNote.words((Object) null)).isNull();
        assertThat(AuditNote.ofPerson("resident.view", null, null).objectId()).isNull();
    }
}
