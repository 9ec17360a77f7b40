package jp.yakuba.bench;

import java.net.HttpURLConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.yakuba.cards.SampleAccounts;

/** What is measured about approvals, in the order of a round: the page, the page with the approval, and the same in the reference. */
final class ApprovalTasks {
    static final String OPENED = "proposal opened";
    static final String APPROVED = "proposal opened and approved";
    static final String PROGRAM = "sheet read and approved by a program";
    static final String MANY = "each of twenty approved at once, opened before";
    static final String PEER = "task completed in Camunda 7.24, in process";
    static final String PEER_READ = "task read with values and history, and completed in Camunda 7.24, in process";
    private static final String TASKS = "/office/approvals";
    private static final String BUTTON = "approveChosen";
    private static final int STOPS = 3;
    private static final int ENOUGH_PER_SECOND = 60;
    private static final int AT_ONCE = 20;
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final MeasuredTown town;
    private final MeasureSettings settings;
    private final OpenProposals proposals;
    private final CamundaPeer peer;
    private final Map<Integer, List<Visitor>> visitors = new HashMap<>();
    private final Map<Integer, Deque<Turn<UUID>>> ours = new HashMap<>();
    private final Map<Integer, Deque<Turn<List<UUID>>>> several = new HashMap<>();
    private final Map<Integer, Deque<Turn<String>>> theirs = new HashMap<>();

    /** Something on its route, and which of the three is asked. */
    private record Turn<T>(T id, int stop) {}

    ApprovalTasks(MeasuredTown town, MeasureSettings settings, OpenProposals proposals, CamundaPeer peer) {
        this.town = town;
        this.settings = settings;
        this.proposals = proposals;
        this.peer = peer;
    }

    List<Task> all() {
        return List.of(Task.of(OPENED, this::opening), Task.of(APPROVED, this::approving), Task.of(PROGRAM, this::byProgram),
                Task.ofMany(MANY, AT_ONCE, this::atOnce), Task.inProcess(PEER, client -> completing(client, false)),
                Task.inProcess(PEER_READ, client -> completing(client, true)));
    }

    private Work opening(int client) throws Exception {
        var waiting = prepared(client);
        var visitor = visitors.get(client);
        return () -> {
            var turn = waiting.remove();
            visitor.get(turn.stop() - 1).get(page(turn.id())).page();
            waiting.add(turn);
        };
    }

    private Work approving(int client) throws Exception {
        var waiting = prepared(client);
        var visitor = visitors.get(client);
        return () -> {
            var turn = waiting.remove();
            var officer = visitor.get(turn.stop() - 1);
            var form = Visitor.pressed(officer.get(page(turn.id())).page(), "decideForm", "y_approve");
            form.put("comment", "");
            var next = officer.post(page(turn.id()), form).next();
            if (!next.startsWith("/office/approvals")) {
                throw new IllegalStateException("The approval led to " + next);
            }
            if (turn.stop() < STOPS) {
                waiting.addFirst(new Turn<>(turn.id(), turn.stop() + 1));
            }
        };
    }

    private Work byProgram(int client) throws Exception {
        var waiting = prepared(client);
        var visitor = visitors.get(client);
        return () -> {
            var turn = waiting.remove();
            var officer = visitor.get(turn.stop() - 1);
            var address = "/api/office/proposals/" + turn.id();
            var version = VERSION.matcher(officer.get(address).page());
            if (!version.find()) {
                throw new IllegalStateException("The sheet has no version");
            }
            var answer = officer.postJson(address + "/approval", "{\"version\":" + version.group(1) + "}");
            if (answer.status() != HttpURLConnection.HTTP_NO_CONTENT) {
                throw new IllegalStateException("The approval got " + answer.status() + " " + answer.body());
            }
            if (turn.stop() < STOPS) {
                waiting.addFirst(new Turn<>(turn.id(), turn.stop() + 1));
            }
        };
    }

    /** The first officer ticks twenty in the list, then the second, then the third. That each had opened them is noted here: it is another work. */
    private Work atOnce(int client) throws Exception {
        prepared(client);
        var visitor = visitors.get(client);
        var waiting = several.computeIfAbsent(client, first -> new ArrayDeque<>());
        while (waiting.size() * AT_ONCE < enough()) {
            waiting.add(new Turn<>(proposals.ofRoute(client, AT_ONCE), 1));
        }
        var officers = proposals.officers(client);
        var forms = new HashMap<Integer, Map<String, String>>();
        return () -> {
            var turn = waiting.remove();
            var officer = visitor.get(turn.stop() - 1);
            proposals.noteOpened(officers.get(turn.stop() - 1), turn.id());
            var form = forms.get(turn.stop());
            var answer = officer.postSeveral(TASKS, form == null ? tasks(officer.get(TASKS).page()) : form, "chosen", turn.id()).page();
            forms.put(turn.stop(), answer.contains(BUTTON) ? tasks(answer) : null);
            if (!answer.contains(AT_ONCE + "件を承認しました")) {
                throw new IllegalStateException("Not all were approved");
            }
            if (turn.stop() < STOPS) {
                waiting.addFirst(new Turn<>(turn.id(), turn.stop() + 1));
            }
        };
    }

    private static Map<String, String> tasks(String page) {
        var form = Visitor.pressed(page, "tasks", BUTTON);
        form.remove("chosen");
        return form;
    }

    private Work completing(int client, boolean read) {
        var waiting = theirs.computeIfAbsent(client, first -> new ArrayDeque<>());
        peer.start(enough() - waiting.size()).forEach(process -> waiting.add(new Turn<>(process, 1)));
        return () -> {
            var turn = waiting.remove();
            if (read) {
                peer.read(turn.id());
            }
            peer.approve(turn.id(), turn.stop());
            if (turn.stop() < STOPS) {
                waiting.addFirst(new Turn<>(turn.id(), turn.stop() + 1));
            }
        };
    }

    private static String page(UUID proposal) {
        return "/office/proposal?id=" + proposal;
    }

    /** The proposals of the client's section, so many that a turn does not come to their end; its officers are signed in. */
    private Deque<Turn<UUID>> prepared(int client) throws Exception {
        if (!visitors.containsKey(client)) {
            var signedIn = new ArrayList<Visitor>();
            for (var officer : proposals.officers(client)) {
                signedIn.add(signIn(officer));
            }
            visitors.put(client, signedIn);
        }
        var waiting = ours.computeIfAbsent(client, first -> new ArrayDeque<>());
        proposals.ofRoute(client, Math.max(0, enough() - waiting.size())).forEach(proposal -> waiting.add(new Turn<>(proposal, 1)));
        return waiting;
    }

    private int enough() {
        return (int) Math.max(5, settings.length().toSeconds() + 1) * ENOUGH_PER_SECOND / STOPS;
    }

    private Visitor signIn(String number) throws Exception {
        var visitor = new Visitor(town.office().rooms());
        var form = Visitor.fields(visitor.get("/office/sign-in").page(), "signIn");
        form.put("number", number);
        form.put("password", SampleAccounts.STAFF_PASSWORD.formatted(number));
        visitor.post("/office/sign-in", form).next();
        return visitor;
    }
}
