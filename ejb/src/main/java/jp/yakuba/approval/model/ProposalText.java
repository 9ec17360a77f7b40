package jp.yakuba.approval.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.ProposalFile;

/** A text that was or is decided on, with its files; written once, never changed. */
@Entity
@Table(name = "apv_text")
public class ProposalText {
    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private String givenHash;

    @Column(updatable = false)
    private String files;

    @Column(updatable = false)
    private String contentHash;

    @Column(updatable = false)
    private Instant writtenAt;

    @Column(insertable = false, updatable = false)
    private String goneUnder;

    /** Which version of which proposal's text. */
    @Embeddable
    public record Key(UUID proposalId, int number) implements Serializable {}

    protected ProposalText() {
        // for JPA
    }

    ProposalText(Proposal proposal, Content content, Instant at) {
        this.key = new Key(proposal.id(), proposal.textVersion());
        this.text = content.text();
        this.givenHash = content.given();
        this.files = content.filesText();
        this.contentHash = proposal.contentHash();
        this.writtenAt = at;
    }

    /** 1 for the first. */
    public int number() {
        return key.number();
    }

    public String text() {
        return text;
    }

    /** True once it went with the record of what was decided; only its hash is left. */
    public boolean isGone() {
        return goneUnder != null;
    }

    /** Files that belong to it. */
    public List<ProposalFile> files() {
        return Content.filesOf(files);
    }

    /** All that is decided on in it. */
    public Content content() {
        return new Content(text, givenHash, Content.filesOf(files));
    }
}
