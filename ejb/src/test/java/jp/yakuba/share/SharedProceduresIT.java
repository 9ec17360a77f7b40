package jp.yakuba.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.yakuba.AsAuthor;
import jp.yakuba.AsDesk;
import jp.yakuba.AsOperator;
import jp.yakuba.AsPeer;
import jp.yakuba.InRequest;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;
import jp.yakuba.application.api.VisitRule;
import jp.yakuba.exchange.PublishingOffice;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.PeerDesk;
import jp.yakuba.exchange.api.PublicationDesk;
import jp.yakuba.exchange.api.PublicationDoorDesk;
import jp.yakuba.exchange.api.PublishedItem;
import jp.yakuba.exchange.gateway.PeerLine;
import jp.yakuba.exchange.gateway.PeerUnreachable;
import jp.yakuba.exchange.service.CopyFetcher;
import jp.yakuba.exchange.service.CopyRound;
import jp.yakuba.exchange.service.container.PublicationPage;
import jp.yakuba.exchange.service.container.PublicationState;
import jp.yakuba.exchange.service.container.PublicationXml;
import jp.yakuba.exchange.store.CopyStore;
import jp.yakuba.exchange.store.PublicationStore;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.share.api.Difference;
import jp.yakuba.share.api.ShareProblem;
import jp.yakuba.share.api.SharedProcedureDesk;
import jp.yakuba.share.api.TakenState;
import jp.yakuba.share.service.Sharing;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("手続きの共有(コンテナ内)")
class SharedProceduresIT {
    private static final String CODE = "990019";
    private static final String HERE = "016373";
    private static final String NAME = "procedure-catalogue";
    private static final String USES = "SELECT count(*) FROM yakuba.exc_use WHERE NOT incoming AND service = '" + NAME + "'";
    private static final Actor AUTHOR = new Actor(
            Actor.Kind.STAFF, UUID.randomUUID(), "様式 花子", "clerk", "planning", Set.of(Role.STAFF, Role.AUTHOR), Assurance.TWO_FACTOR, "test");

    @Inject
    private SharedProcedureDesk desk;

    @Inject
    private Sharing sharing;

    @Inject
    private ProcedureDesk procedures;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private FormDesk forms;

    @Inject
    private PublicationDesk publications;

    @Inject
    private PublicationDoorDesk door;

    @Inject
    private PublicationStore store;

    @Inject
    private PublicationXml xml;

    @Inject
    private CopyRound round;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    @Inject
    private AsPeer peer;

    @Inject
    private AsDesk asDesk;

    @Inject
    private AsOperator operator;

    @Inject
    private PeerDesk peers;

    @Inject
    private AsAuthor author;

    @Inject
    private InRequest request;

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;
    private PublishingOffice other;
    private final String list = "list-" + UUID.randomUUID().toString().substring(0, 8);
    private final String code = "snow-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void open() throws Exception {
        keys = new SigningFixture(Files.createTempDirectory("publications"), Instant.now());
        keys.keyOf(HERE);
        keys.keyOf(CODE);
        keys.keyOf("990027");
        keys.nameKeys();
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', 'https://localhost:1/x', now())"
                + " ON CONFLICT (code) DO UPDATE SET state = 'ACTIVE', way = 'BOTH_CALL', most_bytes = 2147483648, per_minute = 600");
        asOwner("UPDATE yakuba.exc_peer SET services = '{document," + NAME + "," + list + "}', asked = '{document," + NAME + "}' WHERE code = '" + CODE + "'");
        asOwner("DELETE FROM yakuba.exc_copy_page; DELETE FROM yakuba.exc_copy; DELETE FROM yakuba.shr_offered; DELETE FROM yakuba.shr_taken");
        other = new PublishingOffice(keys, xml, NAME, CODE);
    }

    @AfterEach
    void close() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET services = '{document}', asked = '{document}' WHERE code = '" + CODE + "'");
        keys.close();
    }

    @Test
    @DisplayName("公開簿は署名された頁で渡り、前に見たところからの変わったものだけが来る。同じものを重ねても版は進まない")
    void aPeerReadsWhatChanged() throws Exception {
        publish("one", "一");
        publish("two", "二");
        assertThat(publish("two", "二")).isFalse();
        var first = read("0");
        assertThat(first.items()).extracting(PublishedItem::key).containsExactly("one", "two");
        assertThat(first.isLast()).isTrue();
        assertThat(read(first.state().toString()).items()).isEmpty();

        publish("one", "壱");
        inDesk(() -> publications.withdraw(list, "two"));
        var news = read(first.state().toString());
        assertThat(news.items()).extracting(PublishedItem::key).containsExactly("one", "two");
        assertThat(new String(news.items().get(0).content(), StandardCharsets.UTF_8)).isEqualTo("壱");
        assertThat(news.items().get(1).isWithdrawn()).isTrue();
        assertThat(news.state().serial()).isEqualTo(4);
        assertThat(text("SELECT count(*) || ' ' || min(deed) || ' ' || bool_and(incoming) || ' ' || min(bytes) / min(bytes) FROM yakuba.exc_use WHERE service = '"
                + list + "' AND peer = '" + CODE + "'")).isEqualTo("3 read true 1");
    }

    @Test
    @DisplayName("権利のないもの、公開していないもの、あったことのない版は、それぞれの番号で断る")
    void whatIsNotAgreedIsRefused() throws Exception {
        publish("one", "一");
        refused(() -> asPeer(() -> door.read(NAME + "-x", "0")), ExchangeProblem.SERVICE_NOT_ALLOWED);
        refused(() -> asPeer(() -> door.read("document", "0")), ExchangeProblem.NOT_PUBLISHED);
        for (var state : List.of("2-" + "0".repeat(32), "1-" + "0".repeat(32), "999999999999999999-" + "0".repeat(32))) {
            refused(() -> asPeer(() -> door.read(list, state)), ExchangeProblem.STATE_UNKNOWN);
        }
        for (var word : List.of("1", "-1", "1 OR 1=1", "0-" + "0".repeat(32), "999999999999999999999-" + "0".repeat(32))) {
            refused(() -> asPeer(() -> door.read(list, word)), ExchangeProblem.STATE_WRONG);
        }
        System.clearProperty("yakuba.signing.keys");
        refused(() -> asPeer(() -> door.read(list, "0")), ExchangeProblem.PAGE_NOT_SIGNED);
        keys.nameKeys();
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        refused(() -> asPeer(() -> door.read(list, "0")), ExchangeProblem.PEER_SUSPENDED);
        asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE', services = '{document}' WHERE code = '" + CODE + "'");
        refused(() -> asPeer(() -> door.read(list, "0")), ExchangeProblem.SERVICE_NOT_ALLOWED);
    }

    @Test
    @DisplayName("同時に公開しても番号は一つずつ進み、多いものは頁に分かれてすべて届く")
    void manyPublishAtOnce() throws Exception {
        var waiting = new ArrayList<Future<?>>();
        for (int hand = 0; hand < 4; hand++) {
            int which = hand;
            waiting.add(executor.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    publish("item-" + which + "-" + i, "内容" + i);
                }
                return null;
            }));
        }
        for (var one : waiting) {
            one.get();
        }
        inDesk(() -> publications.publish(list, "large-1", new byte[PublicationDesk.LARGEST_ITEM]));
        inDesk(() -> publications.publish(list, "large-2", new byte[PublicationDesk.LARGEST_ITEM]));
        refused(() -> inDesk(() -> publications.publish(list, "larger", new byte[PublicationDesk.LARGEST_ITEM + 1])), ExchangeProblem.ITEM_TOO_LARGE);
        var serials = new ArrayList<Long>();
        int pages = 0;
        var page = read("0");
        for (; ; page = read(page.state().toString())) {
            pages++;
            page.items().forEach(item -> serials.add(item.serial()));
            if (page.isLast()) {
                break;
            }
        }
        assertThat(serials).containsExactlyElementsOf(IntStream.rangeClosed(1, 242).mapToObj(Long::valueOf).toList());
        assertThat(pages).isEqualTo(4);
        var cut = inDesk(() -> store.find(list, 240, 200, PublicationDesk.LARGEST_ITEM)).orElseThrow();
        assertThat(cut.items()).as("no more is read than a page holds").extracting(PublishedItem::key).containsExactly("large-1");
        assertThat(cut.latest()).isEqualTo(242);
    }

    @Test
    @DisplayName("相手は、決まった量より多くを残させることはできない。写しはそのまま残り、量は頁の合計である")
    void whatIsKeptHasAnEnd() throws Exception {
        other.put("snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        fetch();
        fetch();
        other.put("snow-b", procedure("snow-b", "砂まき", 0, false));
        fetch();
        var right = "SELECT kept = (SELECT sum(length(p.content)) FROM yakuba.exc_copy_page p WHERE p.peer = c.peer AND p.name = c.name) FROM yakuba.exc_copy c"
                + " WHERE c.peer = '" + CODE + "' AND c.name = '" + NAME + "'";
        assertThat(text(right)).isEqualTo("t");
        asOwner("UPDATE yakuba.exc_copy SET kept = 4294967296 WHERE peer = '" + CODE + "'");
        other.put("snow-c", procedure("snow-c", "屋根の雪おろし", 0, false));
        fetch();
        assertThat(problem()).isEqualTo("TOO-LARGE");
        assertThat(names("")).containsExactlyInAnyOrder("除雪の申込み", "砂まき");
        assertThat(text("SELECT count(place) FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "'")).isEqualTo("0");
        assertThat(text("SELECT kept FROM yakuba.exc_copy WHERE peer = '" + CODE + "' AND name = '" + NAME + "'")).isEqualTo("4294967296");
        asOwner("UPDATE yakuba.exc_copy SET kept = 4294967296 - 100000 WHERE peer = '" + CODE + "'");
        fetch();
        assertThat(names("")).hasSize(3);
    }

    @Test
    @DisplayName("相手が版を忘れた後の一度のつまずきで、一時間待つことはない")
    void aHiccupCostsNoHour() throws Exception {
        other.put("snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        other.put("snow-b", procedure("snow-b", "除雪の取消し", 0, false));
        fetch();
        other.restoreTo(1, "snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        other.put("snow-c", procedure("snow-c", "砂まき", 0, false));
        other.tellSlowly(100, 1);
        fetch();
        assertThat(problem()).as("it says that it does not know the state, then that it is asked too often").isEqualTo(ExchangeProblem.TOO_MANY.code());
        other.tellSlowly(100, 100);
        fetch();
        assertThat(names("")).containsExactlyInAnyOrder("除雪の申込み", "砂まき");
    }

    @Test
    @DisplayName("写しは新しくなり、相手が不在でも、偽の頁でも、古い版でも、そのまま残る")
    void aCopyBecomesNewerAndNothingElse() throws Exception {
        other.put("snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        fetch();
        assertThat(names("")).containsExactly("除雪の申込み");
        var asOf = text("SELECT as_of FROM yakuba.exc_copy WHERE peer = '" + CODE + "'");

        other.beAway(true);
        fetch();
        assertThat(problem()).isEqualTo("AWAY");
        other.beAway(false);
        other.put("snow-b", procedure("snow-b", "屋根の雪おろしの申込み", 500, false));
        for (var trick : List.of("signer", "recipient", "since", "changed", "html", "xxe")) {
            other.play(trick);
            fetch();
            assertThat(problem()).as(trick).isNotNull().isNotEqualTo("null").isNotEqualTo("AWAY");
            assertThat(names("")).as(trick).containsExactly("除雪の申込み");
        }
        other.play("");
        int uses = Integer.parseInt(text(USES));
        for (var hostile : List.of("no JSON", "{}", "[1]", procedure("snow-b", "x".repeat(201), 0, false), procedure("other-code", "別の記号", 0, false),
                "{\"version\":2,\"facts\":{}}", "[".repeat(100_000),
                procedure("snow-b", "\\u0000", 0, false))) {
            other.put("snow-b", hostile);
            fetch();
            assertThat(problem()).as(hostile.substring(0, Math.min(40, hostile.length()))).isEqualTo("NOT-UNDERSTOOD");
        }
        assertThat(text("SELECT as_of FROM yakuba.exc_copy WHERE peer = '" + CODE + "'")).isEqualTo(asOf);
        assertThat(Integer.parseInt(text(USES))).as("read, though not taken").isEqualTo(uses + 8);
        other.put("snow-b", procedure("snow-b", "屋根の雪おろしの申込み", 500, false));
        fetch();
        assertThat(problem()).isEqualTo("null");
        assertThat(names("")).containsExactlyInAnyOrder("除雪の申込み", "屋根の雪おろしの申込み");
        assertThat(names("屋根 申込み")).containsExactly("屋根の雪おろしの申込み");
        assertThat(names("100%")).isEmpty();

        other.remove("snow-a");
        fetch();
        assertThat(names("")).containsExactly("屋根の雪おろしの申込み");
        assertThat(text("SELECT count(*) FROM yakuba.exc_use u JOIN yakuba.exc_copy_page p ON p.id = u.message WHERE NOT u.incoming")).isEqualTo("3");

        other.restoreTo(1, "snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        fetch();
        assertThat(problem()).as("the origin was set back").isEqualTo("GONE-BACK");
        assertThat(names("")).containsExactly("屋根の雪おろしの申込み");
        while (other.size() < 14) {
            other.put("snow-c" + other.size(), procedure("snow-c" + other.size(), "砂まき" + other.size(), 0, false));
        }
        fetch();
        assertThat(names("")).as("the whole, once it has caught up").hasSize(14).contains("除雪の申込み").doesNotContain("屋根の雪おろしの申込み");
    }

    @Test
    @DisplayName("読んでいる間に直されても、頁は一つの時点のもので、消えていないものが抜けることはない")
    void aPageIsOfOneMoment() throws Exception {
        publish("one", "0");
        publish("two", "0");
        var writing = executor.submit(() -> {
            for (int i = 1; i <= 300; i++) {
                publish("one", String.valueOf(i));
            }
            return null;
        });
        do {
            assertThat(read("0").items()).extracting(PublishedItem::key).containsExactlyInAnyOrder("one", "two");
        } while (!writing.isDone());
        writing.get();
    }

    @Test
    @DisplayName("長い一覧は少しずつ読める。相手が断っても、番が終わっても、読んだ頁は残り、続きから読んで、すべてそろってから写しになる")
    void aLongListIsReadInTurns() throws Exception {
        for (int i = 0; i < 6; i++) {
            other.put("snow-" + i, procedure("snow-" + i, "除雪" + i, 0, false));
        }
        other.tellSlowly(1, 2);
        fetch();
        assertThat(problem()).as("refused after two pages").isEqualTo("READING");
        assertThat(text("SELECT attempts || ' ' || (next_at > now()) || ' ' || (claimed_until IS NULL) FROM yakuba.exc_copy WHERE peer = '" + CODE + "'"))
                .isEqualTo("0 true true");
        assertThat(names("")).isEmpty();
        other.tellSlowly(1, 0);
        fetch();
        assertThat(problem()).as("refused at once").isEqualTo(ExchangeProblem.TOO_MANY.code());
        other.tellSlowly(1, 100);
        fetchIn(Duration.ZERO);
        assertThat(problem()).as("the turn is over after one page").isEqualTo("READING");
        assertThat(names("")).isEmpty();

        other.put("snow-0", procedure("snow-0", "除雪の新しい名", 0, false));
        int asked = other.asked();
        fetch();
        assertThat(other.asked() - asked).as("three pages were there already").isEqualTo(4);
        assertThat(problem()).isEqualTo("null");
        assertThat(names("")).containsExactlyInAnyOrder("除雪の新しい名", "除雪1", "除雪2", "除雪3", "除雪4", "除雪5");
        assertThat(text("SELECT count(*) || ' ' || count(place) FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "'")).isEqualTo("7 0");
    }

    @Test
    @DisplayName("読んでいる間にほかの者が読み直しを始めていれば、自分の頁を混ぜない")
    void twoReadingsAreNotMixed() throws Exception {
        for (int i = 0; i < 3; i++) {
            other.put("snow-" + i, procedure("snow-" + i, "除雪" + i, 0, false));
        }
        other.tellSlowly(1, 100);
        var before = other.asked();
        var overtaken = new PeerLine() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Reply ask(Request request) throws PeerUnreachable {
                if (other.asked() - before == 2) {
                    dropReading();
                }
                return other.ask(request);
            }
        };
        asSystem(() -> {
            round.enlist();
            new CopyFetcher(overtaken, round, xml, organization).fetch(new CopyStore.Copy(CODE, NAME, "0", null, 0));
            return null;
        });
        assertThat(text("SELECT count(*) FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "'")).isEqualTo("0");
        assertThat(names("")).isEmpty();
        fetch();
        assertThat(names("")).hasSize(3);
    }

    private void dropReading() {
        try {
            asOwner("DELETE FROM yakuba.exc_copy_page WHERE place IS NOT NULL");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    @DisplayName("相手が戻されて全体を読み直しても、前に言ったことの証拠は残る。何度も読み直させることはできない")
    void whatWasSaidStaysProvable() throws Exception {
        other.put("snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        other.put("snow-b", procedure("snow-b", "除雪の取消し", 0, false));
        fetch();
        var said = text("SELECT id FROM yakuba.exc_copy_page WHERE peer = '" + CODE + "' AND NOT empty");
        other.restoreTo(1, "snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        other.put("snow-c", procedure("snow-c", "砂まき", 0, false));
        fetch();
        assertThat(names("")).containsExactlyInAnyOrder("除雪の申込み", "砂まき");
        assertThat(text("SELECT count(*) FROM yakuba.exc_copy_page WHERE id = '" + said + "'")).isEqualTo("1");
        other.restoreTo(1, "snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        other.put("snow-d", procedure("snow-d", "別のもの", 0, false));
        int asked = other.asked();
        fetch();
        assertThat(other.asked() - asked).isEqualTo(1);
        assertThat(problem()).isEqualTo(ExchangeProblem.STATE_UNKNOWN.code());
        asOwner("UPDATE yakuba.exc_copy SET reread_at = now() - interval '61 minutes'");
        fetch();
        assertThat(names("")).containsExactlyInAnyOrder("除雪の申込み", "別のもの");
    }

    @Test
    @DisplayName("間隔が0分と書いてあっても、続けざまには聞かない")
    void thePauseIsAMinuteAtLeast() throws Exception {
        asOwner("INSERT INTO yakuba.org_setting (key, value, valid_from, source) VALUES ('exchange.copy.minutes', '0', current_date - 1, 'pause-test')");
        try {
            other.put("snow-a", procedure("snow-a", "除雪の申込み", 0, false));
            fetch();
            assertThat(text("SELECT next_at > now() + interval '50 seconds' FROM yakuba.exc_copy WHERE peer = '" + CODE + "'")).isEqualTo("t");
        } finally {
            asOwner("DELETE FROM yakuba.org_setting WHERE source = 'pause-test'");
        }
    }

    @Test
    @DisplayName("急がせても、いま聞いている写しはもう一度は聞かれず、不在の相手は半分間は待つ")
    void hurryingAsksNobodyTwice() throws Exception {
        asSystem(() -> {
            round.enlist();
            assertThat(round.claim()).isPresent();
            publications.refresh(NAME);
            assertThat(round.claim()).as("another node is at it").isEmpty();
            return null;
        });
        other.beAway(true);
        fetch();
        asSystem(() -> {
            publications.refresh(NAME);
            assertThat(round.claim()).as("just found away").isEmpty();
            asOwner("UPDATE yakuba.exc_copy SET tried_at = now() - interval '31 seconds'");
            publications.refresh(NAME);
            assertThat(round.claim()).isPresent();
            return null;
        });
    }

    @Test
    @DisplayName("取り決めていない相手、休止中の相手には聞かない。二人が同時に取ろうとしても一人だけが取る。取り決めは相手方の画面で選べる")
    void oneNodeAsksThoseWhoAreAgreed() throws Exception {
        assertThat(request.as(Actor.system("test"), () -> operator.call(() -> peers.listServices()))).contains("document", "inquiry", NAME);
        asSystem(() -> {
            round.enlist();
            assertThat(round.claim()).isPresent();
            assertThat(round.claim()).isEmpty();
            return null;
        });
        asOwner("UPDATE yakuba.exc_copy SET next_at = now(); UPDATE yakuba.exc_peer SET asked = '{document}' WHERE code = '" + CODE + "'");
        asSystem(() -> {
            assertThat(round.claim()).isEmpty();
            return null;
        });
        asOwner("UPDATE yakuba.exc_peer SET asked = '{document," + NAME + "}', way = 'THEY_COLLECT' WHERE code = '" + CODE + "'");
        asSystem(() -> {
            assertThat(round.claim()).as("who cannot be called").isEmpty();
            return null;
        });
        assertThat(inAuthor(() -> desk.listCopies())).filteredOn(copy -> copy.peer().equals(CODE)).extracting(copy -> copy.problem()).containsExactly("NOT-CALLED");
        asOwner("UPDATE yakuba.exc_peer SET way = 'BOTH_CALL', state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        asSystem(() -> {
            assertThat(round.claim()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("取り込んだものは作業用の写しになり、公開されない。元が新しくなると、変わったところと一緒に知らせる")
    void whatIsTakenOverIsADraft() throws Exception {
        other.put(code, procedure(code, "除雪の申込み", 0, true));
        fetch();
        var seen = inAuthor(() -> desk.get(CODE, code));
        assertThat(seen.office()).isEqualTo("試験市");
        assertThat(seen.known()).isFalse();
        assertThat(seen.sections()).hasSize(1);
        refused(() -> inAuthor(() -> takeOver("0".repeat(64))), ShareProblem.CHANGED_MEANWHILE);

        var both = new ArrayList<Future<Object>>();
        for (int hand = 0; hand < 2; hand++) {
            both.add(executor.submit(() -> tried(() -> inAuthor(() -> takeOver(seen.sha256())))));
        }
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder("taken", ShareProblem.WORKING_COPY_THERE);
        assertThat(inAuthor(() -> forms.listVersions(code))).singleElement().satisfies(version -> assertThat(version.state()).isEqualTo("WORKING"));
        assertThat(catalogue.findByCode(code)).as("nothing is public").isEmpty();
        assertThatThrownBy(() -> forms.published(code)).isNotNull();
        assertThat(inAuthor(() -> desk.draft(code))).satisfies(draft -> {
            assertThat(draft.online()).isFalse();
            assertThat(draft.name().ja()).isEqualTo("除雪の申込み");
            assertThat(draft.validFrom()).isEqualTo(clock.today().plusDays(1));
        });
        assertThat(inAuthor(() -> desk.listTaken())).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(TakenState.SAME));

        other.put(code, procedure(code, "除雪の申込み", 500, true).replace("\"required\":true", "\"required\":false"));
        fetch();
        assertThat(inAuthor(() -> desk.listTaken())).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(TakenState.NEWER));
        assertThat(inAuthor(() -> desk.get(CODE, code)).differences()).containsExactly(
                new Difference(Difference.Kind.FACT, "", "fee", "0", "500"), new Difference(Difference.Kind.QUESTION, "場所", "required", "true", "false"));
        other.remove(code);
        fetch();
        assertThat(inAuthor(() -> desk.listTaken())).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(TakenState.WITHDRAWN));
    }

    @Test
    @DisplayName("作成者の検査に通らない様式や説明は、取り込まない")
    void whatTheChecksRefuseIsNotTakenOver() throws Exception {
        for (var hostile : List.of(procedure(code, "除雪", 0, true).replace("\"type\":\"TEXT\"", "\"type\":\"SCRIPT\""),
                procedure(code, "除雪", 0, true).replace("\"label\":", "\"onclick\":\"x\",\"label\":"))) {
            other.put(code, hostile);
            fetch();
            refused(() -> inAuthor(() -> takeOver(desk.get(CODE, code).sha256())), ApplicationProblem.FORM_FAULTY);
        }
        other.put(code, procedure(code, "除雪", 0, true).replace("\"NOTIFICATION\"", "\"MAGIC\""));
        fetch();
        refused(() -> inAuthor(() -> takeOver(desk.get(CODE, code).sha256())), ApplicationProblem.PROCEDURE_FAULTY);
        assertThat(inAuthor(() -> forms.listVersions(code))).isEmpty();
        assertThat(inAuthor(() -> desk.listTaken())).isEmpty();
    }

    @Test
    @DisplayName("共有した手続きは、公開中の様式と一緒に公開簿に載り、様式が変われば新しい版になり、やめれば取り消される")
    void whatIsSharedFollowsWhatIsInForce() throws Exception {
        refused(() -> inAuthor(() -> {
            desk.share("no-such-thing");
            return null;
        }), ShareProblem.NOT_IN_CATALOGUE);
        var facts = facts();
        inAuthor(() -> {
            procedures.begin(facts);
            desk.share(code);
            return null;
        });
        assertThat(published()).contains("除雪の申込み").doesNotContain("sections");
        inAuthor(() -> {
            forms.publish(code, forms.keepWorkingCopy(code, form(code), FormDesk.NOT_BEGUN));
            return null;
        });
        var before = text("SELECT serial FROM yakuba.exc_publication WHERE name = '" + NAME + "'");
        inDesk(() -> {
            sharing.publishAlone(code);
            sharing.publishAlone(code);
            return null;
        });
        assertThat(published()).contains("sections");
        assertThat(Long.parseLong(text("SELECT serial FROM yakuba.exc_publication WHERE name = '" + NAME + "'"))).isEqualTo(Long.parseLong(before) + 1);
        inAuthor(() -> {
            desk.unshare(code);
            return null;
        });
        assertThat(text("SELECT content IS NULL FROM yakuba.exc_published WHERE item = '" + code + "'")).isEqualTo("t");
    }

    private String published() throws SQLException {
        return text("SELECT convert_from(content, 'UTF8') FROM yakuba.exc_published WHERE name = '" + NAME + "' AND item = '" + code + "'");
    }

    private ProcedureView facts() {
        var words = new Text("除雪の申込み", "雪をどける申込み", "Snow clearing");
        return new ProcedureView(code, words, "じょせつのもうしこみ", words, "除雪要綱", "general", words, List.of(), 0, 0, Assurance.PASSWORD,
                ProcedureKind.NOTIFICATION, VisitRule.NONE, false, null, null, null, List.of(), List.of(), clock.today(), null, null);
    }

    private static String procedure(String code, String name, int fee, boolean withForm) {
        var text = "{\"ja\":\"" + name + "\",\"easy\":\"" + name + "\",\"en\":\"Snow\"}";
        return "{\"version\":1,\"facts\":{\"code\":\"" + code + "\",\"name\":" + text + ",\"kana\":\"じょせつ\",\"summary\":" + text
                + ",\"legalGround\":\"除雪要綱\",\"section\":\"roads-of-elsewhere\",\"whoMay\":" + text + ",\"bring\":[],\"fee\":" + fee
                + ",\"standardDays\":0,\"identity\":\"PASSWORD\",\"kind\":\"NOTIFICATION\",\"visit\":\"NONE\",\"online\":true,\"lifeEvents\":[],\"keywords\":[]"
                + ",\"validFrom\":\"2020-04-01\"}" + (withForm ? ",\"form\":" + form(code) : "") + "}";
    }

    private static String form(String code) {
        var label = "{\"ja\":\"場所\",\"easy\":\"ばしょ\",\"en\":\"Place\"}";
        return "{\"procedure\":\"" + code + "\",\"version\":3,\"sections\":[{\"id\":\"first\",\"title\":" + label
                + ",\"fields\":[{\"id\":\"place\",\"type\":\"TEXT\",\"label\":" + label + ",\"required\":true}]}],\"rules\":[]}";
    }

    private Object takeOver(String sha256) {
        desk.takeOver(CODE, code, sha256);
        return "taken";
    }

    private List<String> names(String words) throws Exception {
        return inAuthor(() -> desk.list(words, new PageRequest(0, 50)).rows().stream().map(line -> line.name()).toList());
    }

    private String problem() throws SQLException {
        return text("SELECT problem FROM yakuba.exc_copy WHERE peer = '" + CODE + "' AND name = '" + NAME + "'");
    }

    private void fetch() throws Exception {
        fetchIn(Duration.ofMinutes(1));
    }

    private void fetchIn(Duration turn) throws Exception {
        asSystem(() -> {
            round.enlist();
            new CopyFetcher(other, round, xml, organization, turn).fetch(new CopyStore.Copy(CODE, NAME, text("SELECT state FROM yakuba.exc_copy WHERE peer = '"
                    + CODE + "'"), null, 0));
            return null;
        });
    }

    private boolean publish(String key, String words) throws Exception {
        return inDesk(() -> publications.publish(list, key, words.getBytes(StandardCharsets.UTF_8)));
    }

    private PublicationPage read(String since) throws Exception {
        var signed = asPeer(() -> door.read(list, since));
        return xml.read(signed, new PublicationPage.Question(list, HERE, CODE, PublicationState.of(since)));
    }

    private <T> T asPeer(Callable<T> deed) throws Exception {
        return request.as(Actor.peer(CODE, "test"), () -> peer.call(deed));
    }

    private <T> T inDesk(Callable<T> deed) throws Exception {
        return request.as(Actor.system("test"), () -> asDesk.call(deed));
    }

    private <T> T asSystem(Callable<T> deed) throws Exception {
        return inDesk(deed);
    }

    private <T> T inAuthor(Callable<T> deed) throws Exception {
        return request.as(AUTHOR, () -> author.call(deed));
    }

    private static Object tried(Callable<?> deed) {
        try {
            return deed.call();
        } catch (Exception refused) {
            return problemOf(refused);
        }
    }

    private static void refused(ThrowingCallable deed, Object problem) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(problem));
    }

    private static Object problemOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation violation) {
                return violation.problem();
            }
        }
        throw new AssertionError("another failure", thrown);
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("偽の頁の番号は、文書交換と同じ言葉である")
    void faultsAreThoseOfTheExchange() throws Exception {
        other.put("snow-a", procedure("snow-a", "除雪の申込み", 0, false));
        other.play("signer");
        fetch();
        assertThat(problem()).isEqualTo(ExchangeFault.CERTIFICATE_OFFICE.code());
        other.play("recipient");
        fetch();
        assertThat(problem()).isEqualTo(ExchangeFault.ANSWER_OTHER.code());
    }
}
