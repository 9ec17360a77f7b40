package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.application.api.AttachmentView;
import jp.yakuba.application.model.form.Groups;

/** A file attached to a question (添付); its bytes are in the file room under their hash. */
@Entity
@Table(name = "apl_attachment")
public class Attachment {
    @Id
    private UUID id;

    private UUID draftId;

    private UUID bundleId;

    @Column(nullable = false, updatable = false)
    private String path;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private long size;

    @Column(nullable = false, updatable = false)
    private String mediaType;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Column(nullable = false, updatable = false)
    private Instant keptAt;

    protected Attachment() {
        // for JPA
    }

    /** What was kept in the file room. */
    public record Kept(String sha256, long size, String mediaType, String name) {}

    /** Attaches a file, kept for the attachment of that id, to a question of a draft. */
    public static Attachment to(UUID id, UUID draftId, String path, Kept file, Instant at) {
        var attachment = new Attachment();
        attachment.id = id;
        attachment.draftId = draftId;
        attachment.path = path;
        attachment.name = file.name();
        attachment.size = file.size();
        attachment.mediaType = file.mediaType();
        attachment.sha256 = file.sha256();
        attachment.keptAt = at;
        return attachment;
    }

    /** Goes along with what is submitted; from then on it belongs to the bundle. */
    public void arriveWith(UUID bundle) {
        bundleId = bundle;
        draftId = null;
    }

    public UUID id() {
        return id;
    }

    /** True if the answers name it at its question. */
    public boolean isNamedIn(Map<String, String> answers) {
        return placeIn(answers).isPresent();
    }

    /** Where the answers name it: it was attached to an entry of a group, and entries before that one may have gone since. */
    public Optional<String> placeIn(Map<String, String> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().contains(id.toString()) && Groups.isSameQuestion(answer.getKey(), path))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** True while it lies in the draft alone. */
    public boolean isOnlyIn(UUID draft) {
        return draft.equals(draftId);
    }

    public String sha256() {
        return sha256;
    }

    /** True if it is that file under that name. */
    public boolean isThe(String otherSha256, String otherName) {
        return sha256.equals(otherSha256) && name.equals(otherName);
    }

    /** What people may know of it. */
    public AttachmentView view() {
        return new AttachmentView(id, path, name, size, mediaType);
    }

    /** The same, at the question where the answers name it. */
    public AttachmentView view(Map<String, String> answers) {
        return new AttachmentView(id, placeIn(answers).orElse(path), name, size, mediaType);
    }
}
