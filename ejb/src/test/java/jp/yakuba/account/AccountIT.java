package jp.yakuba.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsRegistrar;
import jp.yakuba.AsResident;
import jp.yakuba.AsStaff;
import jp.yakuba.InRequest;
import jp.yakuba.account.api.AccountDesk;
import jp.yakuba.account.api.AccountProblem;
import jp.yakuba.account.api.AskForLink;
import jp.yakuba.account.api.LinkAtCounter;
import jp.yakuba.account.api.LinkDesk;
import jp.yakuba.account.api.MailTokenPurpose;
import jp.yakuba.account.api.MandateDesk;
import jp.yakuba.account.api.MandateView;
import jp.yakuba.account.api.OfferMandate;
import jp.yakuba.account.api.ParkingDesk;
import jp.yakuba.account.api.PasswordSignIn;
import jp.yakuba.account.api.Register;
import jp.yakuba.account.api.RegistrationDesk;
import jp.yakuba.account.api.SignInDesk;
import jp.yakuba.account.api.SignInStep;
import jp.yakuba.account.api.Zone;
import jp.yakuba.account.model.OneTimeCode;
import jp.yakuba.account.service.SessionBook;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.MoveBecameFinal;
import jp.yakuba.resident.api.PersonSearch;
import jp.yakuba.resident.api.ResidentDesk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("利用者・認証の窓口(コンテナ内)")
class AccountIT {
    private static final PageRequest FIRST = new PageRequest(0, 20);
    private static final String PASSWORD = "a long enough sentence";
    private static final String OTHER_PASSWORD = "another long sentence";
    private static final int ALLOWED_FAILURES = 5;

    @Inject
    private RegistrationDesk registration;

    @Inject
    private SignInDesk signIn;

    @Inject
    private AccountDesk accounts;

    @Inject
    private MandateDesk mandates;

    @Inject
    private ParkingDesk parking;

    @Inject
    private SessionBook sessions;

    @Inject
    private AsStaff staff;

    @Inject
    private AsRegistrar registrar;

    @Inject
    private LinkDesk links;

    @Inject
    private ResidentDesk residents;

    @Inject
    private Event<MoveBecameFinal> moves;

    @Inject
    private OfficeClock clock;

    @Inject
    private InRequest request;

    @Inject
    private AsResident resident;

    @Inject
    private AsDesk desk;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource database;

    @Resource
    private UserTransaction transaction;

    @Test
    @DisplayName("登録はメールのリンクを開いたときに成り立ち、リンクは一度だけ使える")
    void anAccountBeginsWhenTheLinkIsFollowedOnce() throws Exception {
        var mail = address();
        registration.register(new Register(mail, "花子", PASSWORD, "ja", place()));
        refused(() -> enter(mail, PASSWORD), AccountProblem.CREDENTIALS_WRONG);

        var token = mailedToken(mail);
        assertThat(registration.followLink(token)).isEqualTo(MailTokenPurpose.REGISTER);
        refused(() -> registration.followLink(token), AccountProblem.LINK_LAPSED);

        var actor = actorOf(enter(mail, PASSWORD));
        assertThat(actor.assurance()).isEqualTo(Assurance.PASSWORD);
        assertThat(as(actor, accounts::mine).displayName()).isEqualTo("花子");
    }

    @Test
    @DisplayName("登録してあるアドレスかどうかは、画面の答えからは分からない")
    void onlyTheMailTellsThatAnAddressIsKnown() throws Exception {
        var mail = registered();
        registration.register(new Register(mail, "だれか", OTHER_PASSWORD, "ja", place()));

        assertThat(text("select template from ntf_notice n join ntf_delivery d on d.notice_id = n.id where d.address = ?"
                + " order by n.ordered_at desc limit 1", mail)).isEqualTo("account-known");
        assertThat(enter(mail, PASSWORD).token()).isNotEmpty();
    }

    @Test
    @DisplayName("五回まちがえると、正しいパスワードでも待たされ、拒否は記録に残る")
    void fiveFailuresCloseTheAccountForAWhile() throws Exception {
        var mail = registered();
        var before = refusals();
        for (int failure = 0; failure < ALLOWED_FAILURES; failure++) {
            refused(() -> enter(mail, "wrong"), AccountProblem.CREDENTIALS_WRONG);
        }

        refused(() -> enter(mail, PASSWORD), AccountProblem.TRY_LATER);
        assertThat(refusals() - before).isGreaterThanOrEqualTo(ALLOWED_FAILURES);
    }

    @Test
    @DisplayName("知らないアドレスも、同じ言葉で断られ、同じように待たされる")
    void anUnknownAddressIsTreatedAlike() {
        var mail = address();
        for (int failure = 0; failure < ALLOWED_FAILURES; failure++) {
            refused(() -> enter(mail, "wrong"), AccountProblem.CREDENTIALS_WRONG);
        }
        refused(() -> enter(mail, "wrong"), AccountProblem.TRY_LATER);
    }

    @Test
    @DisplayName("パスワードを決め直すと、開いているサインインがすべて終わる")
    void aNewPasswordEndsEverySession() throws Exception {
        var mail = registered();
        var session = enter(mail, PASSWORD);
        registration.askForNewPassword(mail, "ja", place());
        var token = mailedToken(mail);
        refused(() -> registration.resetPassword(token, "short"), AccountProblem.PASSWORD_WEAK);

        registration.resetPassword(token, OTHER_PASSWORD);

        assertThat(signIn.actorOf(session.token(), Zone.PORTAL, "test")).isEmpty();
        refused(() -> enter(mail, PASSWORD), AccountProblem.CREDENTIALS_WRONG);
        assertThat(enter(mail, OTHER_PASSWORD).token()).isNotEmpty();
        refused(() -> registration.resetPassword(token, PASSWORD), AccountProblem.LINK_LAPSED);
    }

    @Test
    @DisplayName("新しいアドレスは、そのリンクを開くまでは自分のものにならない")
    void anAddressIsTakenWhenItAnswers() throws Exception {
        var mail = registered();
        var actor = actorOf(enter(mail, PASSWORD));
        var fresh = address();
        as(actor, () -> done(() -> registration.changeMail(fresh)));
        assertThat(as(actor, accounts::mine).mailAddress()).isEqualTo(mail);

        registration.followLink(mailedToken(fresh));

        assertThat(as(actor, accounts::mine).mailAddress()).isEqualTo(fresh);
        assertThat(enter(fresh, PASSWORD).token()).isNotEmpty();
        refused(() -> enter(mail, PASSWORD), AccountProblem.CREDENTIALS_WRONG);
    }

    @Test
    @DisplayName("確認コードは一度だけ、復旧コードも一度だけ使え、やめるときもコードがいる")
    void aCodeWorksOnce() throws Exception {
        var mail = registered();
        var actor = actorOf(enter(mail, PASSWORD));
        var setup = as(actor, registration::beginSecondFactor);
        var phone = new OneTimeCode(Authenticators.secret(setup.secret()));
        long now = OneTimeCode.stepAt(clock.now());
        var recovery = as(actor, () -> registration.confirmSecondFactor(phone.at(now - 1), ""));
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

        var waiting = enter(mail, PASSWORD);
        assertThat(waiting.secondFactorNeeded()).isTrue();
        assertThat(signIn.actorOf(waiting.token(), Zone.PORTAL, "test")).as("half a sign-in is none").isEmpty();
        refused(() -> signIn.confirm(waiting.token(), phone.at(now - 1), "test", "test"), AccountProblem.CODE_WRONG);
        var open = signIn.confirm(waiting.token(), phone.at(now), "test", "test");
        assertThat(actorOf(open).assurance()).isEqualTo(Assurance.TWO_FACTOR);

        assertThat(signIn.confirm(enter(mail, PASSWORD).token(), recovery.get(0), "test", "test").token()).isNotEmpty();
        var again = enter(mail, PASSWORD);
        refused(() -> signIn.confirm(again.token(), recovery.get(0), "test", "test"), AccountProblem.CODE_WRONG);

        refused(() -> as(actor, () -> done(() -> registration.removeSecondFactor("000000", ""))), AccountProblem.CODE_WRONG);
        as(actor, () -> done(() -> registration.removeSecondFactor(recovery.get(1), "")));
        assertThat(enter(mail, PASSWORD).secondFactorNeeded()).isFalse();
    }

    @Test
    @DisplayName("メールのリンクだけで入れ、水準はメールアドレスまでで、リンクは一度だけ使える")
    void aLinkLetsInWithoutAnAccount() throws Exception {
        var mail = address();
        signIn.askForLink(new AskForLink(mail, "en", "/start?procedure=water-start", place()));
        var link = mailedLink(mail);
        assertThat(link).contains("/sign-in-link?next=%2Fstart%3Fprocedure%3Dwater-start&token=");
        var token = token(link);

        var actor = actorOf(signIn.signInByLink(token, "test", "test"));

        assertThat(actor.assurance()).isEqualTo(Assurance.MAIL);
        assertThat(as(actor, accounts::mine).mailAddress()).isEqualTo(mail);
        refused(() -> signIn.signInByLink(token, "test", "test"), AccountProblem.LINK_LAPSED);
        refused(() -> enter(mail, ""), AccountProblem.CREDENTIALS_WRONG);

        registration.register(new Register(mail, "ジョン", PASSWORD, "en", place()));
        registration.followLink(mailedToken(mail));
        var later = actorOf(enter(mail, PASSWORD));
        assertThat(later.id()).as("the same account, with what was sent before").isEqualTo(actor.id());
    }

    @Test
    @DisplayName("ほかの用のリンクでは入れず、確認コードを使う人にはリンクのあとでも聞く")
    void aLinkIsNoWayRoundTheSecondFactor() throws Exception {
        var mail = registered();
        var actor = actorOf(enter(mail, PASSWORD));
        registration.askForNewPassword(mail, "ja", place());
        var reset = mailedToken(mail);
        refused(() -> signIn.signInByLink(reset, "test", "test"), AccountProblem.LINK_LAPSED);
        var phone = new OneTimeCode(Authenticators.secret(as(actor, registration::beginSecondFactor).secret()));
        as(actor, () -> registration.confirmSecondFactor(phone.at(OneTimeCode.stepAt(clock.now())), ""));

        signIn.askForLink(new AskForLink(mail, "ja", "/my", place()));

        assertThat(signIn.signInByLink(mailedToken(mail), "test", "test").secondFactorNeeded()).isTrue();
    }

    @Test
    @DisplayName("転入が本登録になると、申し込んだ利用者がその人と結びつく")
    void aFinalMoveLinksTheAccount() throws Exception {
        var actor = actorOf(enter(registered(), PASSWORD));
        var person = UUID.randomUUID();

        becomesFinal(actor.id(), person);

        assertThat(as(actor, accounts::mine).personId()).isEqualTo(person);
        assertThat(text("select how from acc_link where account_id = ? and ended_at is null", actor.id())).isEqualTo("MOVE");
    }

    @Test
    @DisplayName("委任は相手が引き受けたときから、取り消すまで、両方から見える")
    void aMandateStandsFromAcceptanceToRevocation() throws Exception {
        var agentMail = registered();
        var principal = actorOf(enter(registered(), PASSWORD));
        var agent = actorOf(enter(agentMail, PASSWORD));
        var today = clock.today();
        as(principal, () -> done(() -> mandates.offer(new OfferMandate(agentMail, List.of(), today, today.plusDays(30)))));
        var offered = as(agent, () -> mandates.listReceived(FIRST)).rows().get(0);
        assertThat(offered.state()).isEqualTo("OFFERED");
        assertThat(as(agent, accounts::listMandatesToMe)).isEmpty();
        refused(() -> as(principal, () -> done(() -> mandates.accept(offered.id()))), AccountProblem.NO_SUCH_MANDATE);

        as(agent, () -> done(() -> mandates.accept(offered.id())));
        assertThat(as(agent, accounts::listMandatesToMe)).hasSize(1);
        assertThat(as(principal, () -> mandates.listGiven(FIRST)).rows().get(0).state()).isEqualTo("STANDING");

        as(principal, () -> done(() -> mandates.revoke(offered.id())));
        assertThat(as(agent, accounts::listMandatesToMe)).isEmpty();
        assertThat(as(agent, () -> mandates.listReceived(FIRST)).rows().get(0).state()).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("終わる日が始まる日より前の委任や、自分への委任はできない")
    void anUnreadableMandateIsRefused() throws Exception {
        var mail = registered();
        var principal = actorOf(enter(mail, PASSWORD));
        LocalDate today = clock.today();

        refused(() -> as(principal, () -> done(() -> mandates.offer(
                new OfferMandate(address(), List.of(), today, today.minusDays(1))))), AccountProblem.MANDATE_UNREADABLE);
        refused(() -> as(principal, () -> done(() -> mandates.offer(
                new OfferMandate(mail, List.of(), today, today.plusDays(1))))), AccountProblem.MANDATE_UNREADABLE);
    }

    @Test
    @DisplayName("切れたサインインで送ったものは、同じ人だけが、送り直すまで何度でも受け取れる")
    void whatWasParkedIsForItsSenderAlone() throws Exception {
        var mail = registered();
        var ended = enter(mail, PASSWORD);
        var sender = actorOf(ended);
        var stranger = actorOf(enter(registered(), PASSWORD));
        signIn.signOut(ended.token());

        assertThat(parking.park(ended.token(), Zone.PORTAL, "/draft/1/applicant", "first=1")).isTrue();
        assertThat(parking.park(ended.token(), Zone.PORTAL, "/draft/1/applicant", "second=2")).isTrue();
        assertThat(parking.park("never a session", Zone.PORTAL, "/draft/1/applicant", "x=1")).isFalse();

        assertThat(as(stranger, parking::find)).isEmpty();
        assertThat(enter(mail, PASSWORD).unsent()).as("the next sign-in says so").isTrue();
        assertThat(as(sender, parking::find).orElseThrow().body()).as("the latest").isEqualTo("second=2");
        assertThat(as(sender, parking::find)).as("looking does not use it up").isPresent();
        assertThat(text("select encode(body, 'escape') from acc_parked_post where account_id = ? and taken_at is null",
                sender.id())).doesNotContain("second=2");
        as(stranger, () -> done(() -> parking.forget("/draft/1/applicant")));
        as(sender, () -> done(() -> parking.forget("/draft/1/applicant")));
        assertThat(as(sender, parking::find)).isEmpty();
        assertThat(enter(mail, PASSWORD).unsent()).isFalse();
    }

    @Test
    @DisplayName("窓口の用紙は、同じ職員が同じ職でサインインしたときだけ戻る")
    void aSheetOfTheCounterWaitsForItsClerkInThePost() throws Exception {
        var clerk = clerk(0);
        var ended = openStaff(clerk.id());
        signIn.signOut(ended.token());
        assertThat(parking.park(ended.token(), Zone.PORTAL, "/office/counter", "x=1")).as("another zone").isFalse();
        assertThat(parking.park(ended.token(), Zone.OFFICE, "/office/counter", "applicant.name=a")).isTrue();

        assertThat(asStaff(clerk(1), parking::find)).as("another clerk").isEmpty();
        assertThat(openStaff(clerk(1).id()).unsent()).isFalse();
        var elsewhere = new Actor(Actor.Kind.STAFF, clerk.id(), clerk.name(), "another-post", "another", clerk.roles(), clerk.assurance(), "test");
        assertThat(asStaff(elsewhere, parking::find)).as("the same clerk in another post").isEmpty();
        assertThat(openStaff(clerk.id()).unsent()).isTrue();
        assertThat(asStaff(clerk, parking::find).orElseThrow().body()).isEqualTo("applicant.name=a");
        assertThat(text("select encode(body, 'escape') from acc_parked_post where staff_id = ? and taken_at is null", clerk.id()))
                .doesNotContain("applicant");
        asStaff(clerk, () -> done(() -> parking.forget("/office/counter")));
        assertThat(asStaff(clerk, parking::find)).isEmpty();
    }

    @Test
    @DisplayName("窓口の紐付けは、理由を書いて探した人だけ。支援措置の人と、ほかと結び付いた人は断り、みな記録に残る")
    void aClerkJoinsWhomTheClerkHasFoundAndSeen() throws Exception {
        var clerk = clerk(0);
        var mail = registered();
        var account = actorOf(enter(mail, PASSWORD)).id();
        var person = person("not in (select person_id from res_shielded)", 40);
        refused(() -> join(clerk, person, mail, false), AccountProblem.NOT_FOUND_WITH_A_REASON);
        find(clerk, person);
        refused(() -> join(clerk, person, address(), false), AccountProblem.NO_SUCH_ACCOUNT);
        join(clerk, person, mail, false);
        assertThat(text("select cast(person_id as text) from acc_link where account_id = ? and ended_at is null", account))
                .isEqualTo(person.toString());
        assertThat(text("select reason from aud_entry where deed = 'account.link' and kind = 'CHANGE' and object_id = ?", account.toString()))
                .contains("運転免許証", "本人の希望");

        var another = person("not in (select person_id from res_shielded)", 41);
        find(clerk, another);
        refused(() -> join(clerk, another, mail, false), AccountProblem.LINKED_ALREADY);
        join(clerk, another, mail, true);
        assertThat(text("select cast(person_id as text) from acc_link where account_id = ? and ended_at is null", account))
                .isEqualTo(another.toString());

        var hidden = person("in (select person_id from res_shielded)", 0);
        find(clerk, hidden);
        var before = refusals("account.link");
        refused(() -> join(clerk, hidden, mail, true), AccountProblem.PERSON_PROTECTED);
        assertThat(refusals("account.link")).isEqualTo(before + 1);
    }

    private void join(Actor clerk, UUID person, String mail, boolean replacing) throws Exception {
        asRegistrar(clerk, () -> done(() -> links.link(new LinkAtCounter(person, mail, "運転免許証", "本人の希望", replacing))));
    }

    private void find(Actor clerk, UUID person) throws Exception {
        var number = text("select number from res_person where id = ?", person);
        asRegistrar(clerk, () -> residents.search(new PersonSearch(number, null), new PageRequest(0, 20), "窓口での紐付け"));
    }

    private UUID person(String which, int place) throws SQLException {
        return UUID.fromString(text("select cast(id as text) from res_person where id " + which + " order by number offset " + place + " limit 1"));
    }

    private long refusals(String deed) throws SQLException {
        return Long.parseLong(text("select cast(count(*) as text) from aud_entry where kind = 'REFUSAL' and deed = ?", deed));
    }

    private <T> T asRegistrar(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> registrar.call(deed));
    }

    private Actor clerk(int which) throws Exception {
        var id = UUID.fromString(text("""
                select cast(s.id as text) from org_staff s where exists (select 1 from org_appointment a where a.staff = s.id
                    and a.valid_from <= current_date and (a.valid_until is null or a.valid_until > current_date + 1))
                order by s.number desc offset %d limit 1""".formatted(which)));
        return signIn.actorOf(openStaff(id).token(), Zone.OFFICE, "test").orElseThrow();
    }

    private SignInStep openStaff(UUID id) throws Exception {
        transaction.begin();
        var step = desk.call(() -> sessions.openStaff(id, false, "test", "test"));
        transaction.commit();
        return step;
    }

    private <T> T asStaff(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> staff.call(deed));
    }

    @Test
    @DisplayName("ほかの端末のサインインを終わらせても、この端末は続く")
    void signingOutElsewhereKeepsThisSession() throws Exception {
        var mail = registered();
        var here = enter(mail, PASSWORD);
        var there = enter(mail, PASSWORD);
        var actor = actorOf(here);
        assertThat(as(actor, () -> signIn.listMine(here.token()))).hasSize(2);

        as(actor, () -> done(() -> signIn.endOthers(here.token())));

        assertThat(signIn.actorOf(there.token(), Zone.PORTAL, "test")).isEmpty();
        assertThat(signIn.actorOf(here.token(), Zone.PORTAL, "test")).isPresent();
        assertThat(signIn.actorOf(here.token(), Zone.OFFICE, "test")).as("nothing at the office").isEmpty();
    }

    @Test
    @DisplayName("同時に二十四回試しても、五回しか確かめない")
    void ofManyGuessesAtOnceFiveAreJudged() throws Exception {
        var mail = registered();
        var outcomes = atOnce(24, turn -> {
            try {
                signIn.signIn(new PasswordSignIn(mail, "wrong " + turn, place(), "test"));
                return "in";
            } catch (RuleViolation refusal) {
                return refusal.problem().code();
            }
        });

        assertThat(outcomes).filteredOn(AccountProblem.CREDENTIALS_WRONG.code()::equals).hasSize(ALLOWED_FAILURES);
        assertThat(outcomes).filteredOn(AccountProblem.TRY_LATER.code()::equals).hasSize(24 - ALLOWED_FAILURES);
    }

    @Test
    @DisplayName("パスワードのない利用者も、いない人も、同じだけ時間がかかる")
    void anAccountWithoutAPasswordTakesAsLong() throws Exception {
        var mailOnly = address();
        signIn.askForLink(new AskForLink(mailOnly, "ja", "/my", place()));
        signIn.signInByLink(mailedToken(mailOnly), place(), "test");

        long withoutPassword = shortestRefusal(() -> mailOnly);
        long unknown = shortestRefusal(AccountIT::address);

        assertThat(withoutPassword).as("nanoseconds; a hash is most of it").isGreaterThan(unknown / 3);
        assertThat(unknown).isGreaterThan(withoutPassword / 3);
    }

    private long shortestRefusal(Supplier<String> mail) {
        return IntStream.range(0, 4).mapToLong(turn -> {
            long before = System.nanoTime();
            refused(() -> enter(mail.get(), "wrong"), AccountProblem.CREDENTIALS_WRONG);
            return System.nanoTime() - before;
        }).min().orElseThrow();
    }

    @Test
    @DisplayName("一つの接続元から頼めるメールには限りがあり、相手がちがっても同じ")
    void mailsOfOneOriginAreLimited() {
        var origin = place();
        int sent = 0;
        for (int stranger = 0; stranger < 40; stranger++) {
            try {
                signIn.askForLink(new AskForLink(address(), "ja", "/my", origin));
                sent++;
            } catch (RuleViolation refusal) {
                assertThat(refusal.problem()).isEqualTo(AccountProblem.TRY_LATER);
            }
        }
        assertThat(sent).isEqualTo(30);
        refused(() -> registration.register(new Register(address(), "だれか", PASSWORD, "ja", origin)), AccountProblem.TRY_LATER);
        refused(() -> registration.askForNewPassword(address(), "ja", origin), AccountProblem.TRY_LATER);
    }

    @Test
    @DisplayName("パスワードの再設定を頼んだアドレスが登録されていなくても、画面は同じで、メールがそう知らせる")
    void anUnknownAddressIsToldByMailThatItIsUnknown() throws Exception {
        var mail = address();
        registration.askForNewPassword(mail, "en", place());

        assertThat(text("select n.template from ntf_notice n join ntf_delivery d on d.notice_id = n.id where d.address = ?", mail))
                .isEqualTo("account-unknown");
    }

    @Test
    @DisplayName("パスワードを変えると、ほかの端末のサインインは、途中のものも終わり、ここは続く")
    void aChangedPasswordEndsOtherSessions() throws Exception {
        var mail = registered();
        var here = enter(mail, PASSWORD);
        var there = enter(mail, PASSWORD);
        registration.askForNewPassword(mail, "ja", place());
        var reset = mailedToken(mail);

        as(actorOf(here), () -> done(() -> registration.changePassword(PASSWORD, OTHER_PASSWORD, here.token())));

        assertThat(signIn.actorOf(there.token(), Zone.PORTAL, "test")).isEmpty();
        assertThat(signIn.actorOf(here.token(), Zone.PORTAL, "test")).isPresent();
        refused(() -> registration.resetPassword(reset, PASSWORD), AccountProblem.LINK_LAPSED);
    }

    @Test
    @DisplayName("二段階の確認を始めてもやめても、ほかの端末のサインインは終わる。半ばのものも続けられない")
    void aChangedSecondFactorEndsOtherSessions() throws Exception {
        var mail = registered();
        var here = enter(mail, PASSWORD);
        var there = enter(mail, PASSWORD);
        var actor = actorOf(here);
        var phone = new OneTimeCode(Authenticators.secret(as(actor, registration::beginSecondFactor).secret()));
        long now = OneTimeCode.stepAt(clock.now());
        var recovery = as(actor, () -> registration.confirmSecondFactor(phone.at(now), here.token()));
        assertThat(signIn.actorOf(there.token(), Zone.PORTAL, "test")).isEmpty();
        assertThat(signIn.actorOf(here.token(), Zone.PORTAL, "test")).isPresent();

        var halfway = enter(mail, PASSWORD);
        as(actor, () -> done(() -> registration.changePassword(PASSWORD, OTHER_PASSWORD, here.token())));
        refused(() -> signIn.confirm(halfway.token(), recovery.get(0), "test", "test"), AccountProblem.SESSION_ENDED);

        var elsewhere = signIn.confirm(enter(mail, OTHER_PASSWORD).token(), recovery.get(1), "test", "test");
        as(actor, () -> done(() -> registration.removeSecondFactor(recovery.get(2), here.token())));
        assertThat(signIn.actorOf(elsewhere.token(), Zone.PORTAL, "test")).isEmpty();
        assertThat(signIn.actorOf(here.token(), Zone.PORTAL, "test")).isPresent();
    }

    @Test
    @DisplayName("前のアドレスに届いていた再設定のリンクは、アドレスを変えたあとは使えず、前のアドレスに変わったことを知らせる")
    void aLinkSentToTheOldAddressLapses() throws Exception {
        var mail = registered();
        registration.askForNewPassword(mail, "ja", place());
        var reset = mailedToken(mail);
        var fresh = address();
        as(actorOf(enter(mail, PASSWORD)), () -> done(() -> registration.changeMail(fresh)));
        registration.followLink(mailedToken(fresh));

        refused(() -> registration.resetPassword(reset, OTHER_PASSWORD), AccountProblem.LINK_LAPSED);
        assertThat(text("select n.template from ntf_notice n join ntf_delivery d on d.notice_id = n.id where d.address = ?"
                + " order by n.ordered_at desc limit 1", mail)).isEqualTo("account-mail-changed");
    }

    @Test
    @DisplayName("すでにある結びつきは、転入では終わらず、本人に知らせ、記録に残る")
    void aStandingLinkIsNotEndedByAMove() throws Exception {
        var actor = actorOf(enter(registered(), PASSWORD));
        var own = UUID.randomUUID();
        becomesFinal(actor.id(), own);

        var another = UUID.randomUUID();
        becomesFinal(actor.id(), another);

        assertThat(as(actor, accounts::mine).personId()).isEqualTo(own);
        assertThat(text("select count(*) from acc_link where person_id = ?", another)).isEqualTo("0");
        assertThat(text("select template from ntf_notice where account_id = ? order by ordered_at desc limit 1", actor.id()))
                .isEqualTo("account-link-kept");
        assertThat(text("select kind from aud_entry where deed = 'account.link' and person_id = ?", another)).isEqualTo("REFUSAL");
    }

    private void becomesFinal(UUID account, UUID person) throws Exception {
        transaction.begin();
        desk.call(() -> done(() -> moves.fire(
                new MoveBecameFinal(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Map.of(account, person)))));
        transaction.commit();
    }

    @Test
    @DisplayName("委任を頼む画面からは、そのアドレスに利用者がいるかどうかが分からない")
    void anOfferDoesNotTellWhetherThereIsAnAccount() throws Exception {
        var known = registered();
        var unknown = address();
        var principal = actorOf(enter(registered(), PASSWORD));
        var today = clock.today();
        for (var mail : List.of(known, unknown)) {
            as(principal, () -> done(() -> mandates.offer(new OfferMandate(mail, List.of(), today, today.plusDays(30)))));
        }

        assertThat(as(principal, () -> mandates.listGiven(FIRST)).rows()).extracting(MandateView::agentName).containsExactly(unknown, known);
        var second = as(principal, () -> mandates.listGiven(new PageRequest(1, 1)));
        assertThat(second.total()).isEqualTo(2);
        assertThat(second.rows()).extracting(MandateView::agentName).containsExactly(known);
        assertThat(as(principal, () -> mandates.listGiven(FIRST)).rows()).extracting(MandateView::agentAccountId).containsOnlyNulls();
        assertThat(text("select count(*) from ntf_delivery where address = ?", unknown)).isEqualTo("1");

        var late = actorOf(signIn.signInByLink(linkFor(unknown), place(), "test"));
        var offered = as(late, () -> mandates.listReceived(FIRST)).rows().get(0);
        as(late, () -> done(() -> mandates.accept(offered.id())));
        assertThat(as(late, accounts::listMandatesToMe)).as("whoever owns the address may accept").hasSize(1);
    }

    private String linkFor(String mail) throws SQLException {
        signIn.askForLink(new AskForLink(mail, "ja", "/account-mandates", place()));
        return mailedToken(mail);
    }

    private List<String> atOnce(int many, IntFunction<String> deed) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(many);
        try {
            var futures = IntStream.range(0, many).mapToObj(turn -> pool.submit(() -> request.as(Actor.anonymous("test"), () -> {
                start.await();
                return deed.apply(turn);
            }))).toList();
            start.countDown();
            var outcomes = new ArrayList<String>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A network address that nobody else has: what one place may do is counted. */
    private static String place() {
        return UUID.randomUUID().toString();
    }

    private String registered() throws SQLException {
        var mail = address();
        registration.register(new Register(mail, "名前", PASSWORD, "ja", place()));
        registration.followLink(mailedToken(mail));
        return mail;
    }

    private static String address() {
        return UUID.randomUUID() + "@account.example";
    }

    private SignInStep enter(String mail, String password) {
        return signIn.signIn(new PasswordSignIn(mail, password, place(), "test"));
    }

    private Actor actorOf(SignInStep step) {
        var actor = signIn.actorOf(step.token(), Zone.PORTAL, "test").orElseThrow();
        assertThat(actor.roles()).isEqualTo(Set.of("resident"));
        return actor;
    }

    private String mailedToken(String mail) throws SQLException {
        return token(mailedLink(mail));
    }

    private static String token(String link) {
        return link.replaceAll(".*token=", "");
    }

    private String mailedLink(String mail) throws SQLException {
        return text("select n.link from ntf_notice n join ntf_delivery d on d.notice_id = n.id"
                + " where d.address = ? and n.link like '%token=%' order by n.ordered_at desc limit 1", mail);
    }

    private long refusals() throws SQLException {
        return Long.parseLong(text("select count(*) from aud_entry where kind = 'REFUSAL' and deed = 'account.sign-in'"));
    }

    private <T> T as(Actor who, Callable<T> deed) throws Exception {
        return request.as(who, () -> resident.call(deed));
    }

    private static Void done(Runnable deed) {
        deed.run();
        return null;
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(
                RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private String text(String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                query.setObject(place + 1, parameters[place]);
            }
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
