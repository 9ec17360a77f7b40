package jp.yakuba.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import jp.yakuba.audit.api.ChainBreak;
import jp.yakuba.audit.api.ChainBreak.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("監査の連鎖")
class ChainWalkTest {
    private static final Instant NOON = Instant.parse("2026-11-21T03:00:00.123456Z");
    private static final int LENGTH = 10;

    private final List<Link> chain = new ArrayList<>();

    @BeforeEach
    void sealTenEntries() {
        var last = Seal.beforeTheFirst();
        for (int number = 1; number <= LENGTH; number++) {
            var facts = facts(number, "reason " + number);
            last = last.next(facts);
            chain.add(new Link(last, facts));
        }
    }

    @Test
    @DisplayName("手を加えなければ、最後まで成り立つ")
    void holdsUntouched() {
        var walk = walk();

        assertThat(walk.firstBreak()).isNull();
        assertThat(walk.verified()).isEqualTo(LENGTH);
        assertThat(walk.last().sequence()).isEqualTo(LENGTH);
    }

    @Test
    @DisplayName("書き換えた行を名指しする")
    void namesAChangedEntry() {
        chain.set(3, new Link(chain.get(3).seal, facts(4, "another reason")));

        assertThat(walk().firstBreak()).isEqualTo(new ChainBreak(4, id(4), Kind.ENTRY_CHANGED));
    }

    @Test
    @DisplayName("一マイクロ秒の違いも見つける")
    void findsTheSmallestChange() {
        var facts = chain.get(6).facts;
        chain.set(6, new Link(chain.get(6).seal, new SealedFacts(facts.id(), facts.occurredAt().plusNanos(1_000), facts.kind(),
                facts.deed(), facts.actorKind(), facts.actorId(), facts.actorName(), facts.post(), facts.section(), facts.origin(),
                facts.requestId(), facts.personId(), facts.objectType(), facts.objectId(), facts.reason())));

        assertThat(walk().firstBreak().sequence()).isEqualTo(7);
    }

    @Test
    @DisplayName("消した行を名指しする")
    void namesARemovedEntry() {
        chain.set(4, new Link(chain.get(4).seal, null));

        assertThat(walk().firstBreak()).isEqualTo(new ChainBreak(5, id(5), Kind.ENTRY_MISSING));
    }

    @Test
    @DisplayName("封印ごと消しても、番号の抜けでわかる")
    void namesARemovedSeal() {
        chain.remove(4);

        assertThat(walk().firstBreak()).isEqualTo(new ChainBreak(5, null, Kind.SEAL_MISSING));
    }

    @Test
    @DisplayName("入れ替えた行を見つける")
    void namesTheFirstOfTwoSwappedEntries() {
        var second = chain.get(1);
        chain.set(1, new Link(second.seal, chain.get(7).facts));
        chain.set(7, new Link(chain.get(7).seal, second.facts));

        assertThat(walk().firstBreak().sequence()).isEqualTo(2);
        assertThat(walk().firstBreak().kind()).isEqualTo(Kind.ENTRY_CHANGED);
    }

    @Test
    @DisplayName("封印を入れ替えた並びは、つながりが切れる")
    void namesSwappedSeals() {
        Collections.swap(chain, 1, 7);

        assertThat(walk().firstBreak().sequence()).isEqualTo(2);
    }

    @Test
    @DisplayName("一行だけ封印し直しても、次の行でわかる")
    void namesALinkThatWasSealedAnew() {
        var forged = facts(4, "forged");
        chain.set(3, new Link(chain.get(2).seal.next(forged), forged));

        assertThat(walk().firstBreak()).isEqualTo(new ChainBreak(5, id(5), Kind.LINK_BROKEN));
    }

    @Test
    @DisplayName("末尾を切り落としても、公表した先頭でわかる")
    void namesTheEndThatWasCutOff() {
        chain.subList(7, LENGTH).clear();
        var walk = walk();
        walk.end(LENGTH);

        assertThat(walk.firstBreak()).isEqualTo(new ChainBreak(8, null, Kind.SEAL_MISSING));
    }

    @Test
    @DisplayName("全部を封印し直しても、公表した値と食い違う")
    void namesWhatContradictsThePublishedHead() {
        var published = chain.get(5).seal.hash();
        var walk = new ChainWalk();
        var last = Seal.beforeTheFirst();
        for (int number = 1; number <= LENGTH; number++) {
            var facts = facts(number, "rewritten");
            last = last.next(facts);
            walk.step(last, facts.id(), facts, number == 6 ? published : null);
        }

        assertThat(walk.firstBreak()).isEqualTo(new ChainBreak(6, id(6), Kind.HEAD_CONTRADICTED));
    }

    @Test
    @DisplayName("値の境目をずらしても、同じ形にはならない")
    void differentEntriesHaveDifferentForms() {
        var one = new SealedFacts(id(1), NOON, "LOOK", "a", "STAFF", null, "ab", "c", null, null, "-", null, null, null, null);
        var other = new SealedFacts(id(1), NOON, "LOOK", "a", "STAFF", null, "a", "bc", null, null, "-", null, null, null, null);

        assertThat(one.canonical()).isNotEqualTo(other.canonical());
    }

    private ChainWalk walk() {
        var walk = new ChainWalk();
        for (var link : chain) {
            walk.step(link.seal, id((int) link.seal.sequence()), link.facts, null);
        }
        return walk;
    }

    private static SealedFacts facts(int number, String reason) {
        return new SealedFacts(id(number), NOON.plusSeconds(number), "LOOK", "resident.view", "STAFF", id(900), "職員", "chief",
                "residents", "10.0.0.1", "r-" + number, id(500 + number), "person", "髙橋" + number, reason);
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    private record Link(Seal seal, SealedFacts facts) {}
}
