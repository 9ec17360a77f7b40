package jp.yakuba.organization.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who stands in for whom on a day (代決順位). Rows of the table count alone; a post without rows has the next ranks of its
 * section and of those right below, in the order of the office, down to heads of subsections; where there are none, its equals
 * in the section and then the posts above it.
 */
record StandIns(Chart chart, LocalDate on) {
    /** 係長: below it nobody decides for others unless the table says so. */
    private static final int LOWEST_WITHOUT_A_ROW = 60;

    List<Post> of(String postCode) {
        var asked = chart.postLine().successorOf(postCode, on);
        var named = chart.substitutes().stream()
                .filter(one -> chart.postLine().successorOf(one.post(), on).equals(asked) && one.span().holdsOn(on))
                .sorted(comparingInt(Substitute::number))
                .flatMap(one -> chart.post(one.standIn(), on).stream())
                .filter(post -> !post.code().equals(asked))
                .distinct()
                .toList();
        return named.isEmpty() ? chart.post(postCode, on).map(this::usual).orElse(List.of()) : named;
    }

    private List<Post> usual(Post post) {
        var below = chart.withThoseBelow(post.section(), on)
                .flatMap(section -> chart.postsOf(section, on))
                .filter(other -> other.rank() > post.rank() && other.rank() <= LOWEST_WITHOUT_A_ROW)
                .sorted(comparingInt(Post::rank))
                .toList();
        return below.isEmpty() ? equalsThenAbove(post) : below;
    }

    private List<Post> equalsThenAbove(Post post) {
        var equals = chart.postsOf(post.section(), on)
                .filter(other -> other.rank() == post.rank() && !other.code().equals(post.code()))
                .sorted(comparing(Post::code));
        return Stream.concat(equals, above(post).stream()).toList();
    }

    /** The line upwards: in each section only posts higher than all those of the sections before. */
    private List<Post> above(Post post) {
        var line = new ArrayList<Post>();
        int highest = post.rank();
        for (var section : chart.lineOf(post.section(), on)) {
            int lower = highest;
            var higher = chart.postsOf(section, on)
                    .filter(other -> other.rank() < lower)
                    .sorted(comparingInt(Post::rank).reversed().thenComparing(Post::code))
                    .toList();
            line.addAll(higher);
            highest = higher.isEmpty() ? highest : higher.get(higher.size() - 1).rank();
        }
        return line;
    }
}
