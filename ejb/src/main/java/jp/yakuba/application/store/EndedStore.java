package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes away what applicants wrote, once the records of their applications have come to their end. */
@ApplicationScoped
public class EndedStore {
    private static final List<String> WORDS = List.of(
            """
            UPDATE apl_application SET ended_under = ?2, typed = '{}', answers = '{}', applicant_name = '廃棄済み', applicant_kana = '',
                identity_shown = NULL, person_id = NULL, result = NULL,
                decision_text = CASE WHEN decision_text IS NULL THEN NULL ELSE '廃棄済み' END
            WHERE id = ?1 AND ended_under IS NULL""",
            "UPDATE apl_correction SET words = ?2, answers = NULL, answers_before = NULL, answers_after = NULL WHERE application_id = ?1",
            "UPDATE apl_core_message SET words = ?2 WHERE application_id = ?1 AND words IS NOT NULL");

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Takes the words of an application away; the protocol that says so is named. */
    public void forget(UUID application, String protocol) {
        WORDS.forEach(sql -> entities.createNativeQuery(sql).setParameter(1, application).setParameter(2, protocol).executeUpdate());
        entities.createNativeQuery("SELECT apl_forget_history(?1)", Integer.class).setParameter(1, application).getSingleResult();
        entities.createNativeQuery("DELETE FROM apl_note WHERE application_id = ?1").setParameter(1, application).executeUpdate();
    }

    /** Attachments of the application's bundle, once every application of it has ended; they are taken away. */
    public List<UUID> forgetAttachments(UUID application) {
        List<?> gone = entities.createNativeQuery("""
                        DELETE FROM apl_attachment a WHERE a.bundle_id = (SELECT x.bundle_id FROM apl_application x WHERE x.id = ?1)
                            AND NOT EXISTS (SELECT 1 FROM apl_application o WHERE o.bundle_id = a.bundle_id AND o.ended_under IS NULL)
                        RETURNING a.id
                        """, UUID.class)
                .setParameter(1, application)
                .getResultList();
        return gone.stream().map(UUID.class::cast).toList();
    }

    /** Those of the files that a draft or an application still names. */
    public List<String> listWanted(Collection<String> files) {
        return entities.createQuery("select distinct a.sha256 from Attachment a where a.sha256 in :files", String.class)
                .setParameter("files", files)
                .getResultList();
    }
}
