package jp.yakuba.approval.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Who proposed, and through which post.
 *
 * @param id the member of staff
 * @param name the name on that day
 * @param post code of the post
 * @param postName its title on that day
 */
@Embeddable
public record Drafter(
        @Column(name = "drafter_id", updatable = false) UUID id,
        @Column(name = "drafter_name", updatable = false) String name,
        @Column(name = "drafter_post", updatable = false) String post,
        @Column(name = "drafter_post_name", updatable = false) String postName) {

    boolean isIt(Officer officer) {
        return id.equals(officer.id());
    }

    ProposalEvent.Doer doer() {
        return new ProposalEvent.Doer(id, name, post, postName);
    }
}
