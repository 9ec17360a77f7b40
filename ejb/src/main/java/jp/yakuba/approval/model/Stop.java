package jp.yakuba.approval.model;

import java.util.Objects;
import jp.yakuba.approval.api.StopKind;

/**
 * A stop that a route asks for.
 *
 * @param stage stops of one stage are asked at the same time
 * @param kind what is asked of it
 * @param post code of the post
 * @param postName its title
 * @param sectionName name of its section
 * @param rank the smaller, the higher
 */
public record Stop(int stage, StopKind kind, String post, String postName, String sectionName, int rank) {
    public Stop {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(post, "post");
    }

    /** The same, asked for something else. */
    public Stop as(StopKind otherKind) {
        return new Stop(stage, otherKind, post, postName, sectionName, rank);
    }

    /** The same in another stage. */
    public Stop at(int otherStage) {
        return new Stop(otherStage, kind, post, postName, sectionName, rank);
    }
}
