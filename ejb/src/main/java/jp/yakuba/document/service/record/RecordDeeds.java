package jp.yakuba.document.service.record;

import static jp.yakuba.document.api.DocumentProblem.HELD;
import static jp.yakuba.document.api.DocumentProblem.NO_READERS;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_CIRCULATION;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_STAFF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.Circulate;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordHandedOn;
import jp.yakuba.document.model.record.Circulation;
import jp.yakuba.document.model.record.NamedReader;
import jp.yakuba.document.model.record.RecordLife;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.disposal.HoldStore;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.document.store.record.LifeStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** What is done with records once it is known that it may be: given, filed, read, made confidential, sent away. */
@ApplicationScoped
public class RecordDeeds {
    @Inject
    private DraftingStore drafts;

    @Inject
    private LifeStore lives;

    @Inject
    private Registry registry;

    @Inject
    private Completion completion;

    @Inject
    private Colleagues colleagues;

    @Inject
    private RecordHistory history;

    @Inject
    private HoldStore holds;

    @Inject
    private Event<RecordHandedOn> handedOn;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** Puts it into a file of the section that has it. */
    void file(RecordLife life, UUID dossierId) {
        var dossier = registry.openDossier(dossierId, life.section());
        var before = lives.findFiling(life.recordId());
        if (before.isPresent() && before.get().dossierId().equals(dossierId)) {
            return;
        }
        before.filter(filing -> holds.isWholeHeld(filing.dossierId())).ifPresent(held -> {
            throw new RuleViolation(HELD); // out of a held file into another one would be a way around the hold
        });
        var now = clock.now();
        if (before.isPresent()) {
            var next = before.get().moved(dossierId, now);
            lives.write(); // the old place ends before the new one begins
            lives.add(next);
        } else {
            lives.add(jp.yakuba.document.model.record.Filing.first(life.recordId(), dossierId, now));
        }
        history.note(life.recordId(), before.isPresent() ? RecordEventKind.REFILED : RecordEventKind.FILED, Map.of(
                "file", dossier.facts().code(), "title", dossier.facts().title(), "dossier", dossierId));
    }

    /** Gives it to a section and a person; a person of another section is refused. */
    void distribute(RecordLife life, String section, UUID staffId) {
        colleagues.requireSection(section);
        var person = staffId == null ? null : colleagues.of(section).stream()
                .filter(one -> one.id().equals(staffId)).findFirst().orElseThrow(() -> new RuleViolation(NO_SUCH_STAFF));
        life.distribute(section, staffId, person == null ? null : person.name());
        var facts = new TreeMap<String, Object>(Map.of("section", section));
        if (person != null) {
            facts.put("staff", person.id());
            facts.put("name", person.name());
        }
        history.note(life.recordId(), RecordEventKind.DISTRIBUTED, facts);
        handedOn.fire(new RecordHandedOn(life.recordId(), section));
    }

    void complete(RecordLife life) {
        completion.of(life);
    }

    void takeBack(RecordLife life, String reason) {
        completion.takeBack(life, reason);
    }

    /** Gives it back to its sender. */
    void refuse(RecordLife life, String reason) {
        life.refuse(clock.today());
        history.note(life.recordId(), RecordEventKind.REFUSED, Map.of("reason", reason));
    }

    /** Sends it on to another body. */
    void forward(RecordLife life, String to, String reason) {
        life.forward(clock.today());
        history.note(life.recordId(), RecordEventKind.FORWARDED, Map.of("to", to, "reason", reason));
    }

    /** Names who alone reads it, the actor among them, and closes the drafts that it caused; nobody named opens it again, but not them. */
    void restrict(RecordLife life, Set<UUID> readers) {
        var before = lives.listReaders(life.recordId());
        if (readers.isEmpty()) {
            before.forEach(lives::remove);
            life.restrict(false);
            history.note(life.recordId(), RecordEventKind.OPENED, Map.of());
            return;
        }
        var wanted = colleagues.invited(readers, List.of());
        var ids = wanted.stream().map(Circulation.Invited::staffId).collect(Collectors.toSet());
        before.stream().filter(reader -> !ids.contains(reader.staffId()) && !isActor(reader.staffId())).forEach(lives::remove);
        var there = before.stream().map(NamedReader::staffId).collect(Collectors.toSet());
        name(life.recordId(), there, wanted, clock.now());
        life.restrict(true);
        drafts.close(life.recordId());
        history.note(life.recordId(), RecordEventKind.CONFIDENTIAL, Map.of("readers", namesOf(wanted)));
    }

    /** Leaves it to these readers alone, the actor not among them, and closes the drafts that it caused; with none nobody reads it. */
    public void closeTo(UUID recordId, Set<UUID> readers) {
        var life = lives.lock(recordId).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
        var wanted = colleagues.invited(readers, List.of());
        var before = lives.listReaders(recordId);
        before.stream().filter(reader -> !readers.contains(reader.staffId())).forEach(lives::remove);
        var there = before.stream().map(NamedReader::staffId).collect(Collectors.toSet());
        wanted.stream().filter(one -> !there.contains(one.staffId())).forEach(one -> lives.add(NamedReader.of(recordId, one.staffId(), one.name(), clock.now())));
        life.restrict(true);
        drafts.close(recordId);
        history.note(recordId, RecordEventKind.CONFIDENTIAL, Map.of("readers", wanted.stream().map(Circulation.Invited::name).toList()));
    }

    /** Those of the records that are there of which others are named readers than just these, as the chart knows them. */
    public Set<UUID> readByOthers(Collection<UUID> recordIds, Set<UUID> readers) {
        return recordIds.isEmpty() ? Set.of() : lives.listReadByOthers(recordIds, readers);
    }

    /** Names the first readers of a confidential record, the actor among them. */
    void nameReaders(UUID recordId, Set<UUID> readers) {
        name(recordId, Set.of(), colleagues.invited(readers, List.of()), clock.now());
    }

    private void name(UUID recordId, Set<UUID> there, Collection<Circulation.Invited> wanted, Instant now) {
        wanted.stream().filter(one -> !there.contains(one.staffId()) && !isActor(one.staffId()))
                .forEach(one -> lives.add(NamedReader.of(recordId, one.staffId(), one.name(), now)));
        var me = actor.get();
        if (me.id() != null && !there.contains(me.id())) {
            lives.add(NamedReader.of(recordId, me.id(), me.name(), now));
        }
    }

    private boolean isActor(UUID staffId) {
        return staffId.equals(actor.get().id());
    }

    private List<String> namesOf(List<Circulation.Invited> wanted) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(actor.get().name()), wanted.stream().map(Circulation.Invited::name))
                .distinct().toList();
    }

    /** Puts it before readers; of a confidential record only before those who are named already. */
    UUID circulate(RecordLife life, Circulate command) {
        var invited = colleagues.invited(command.readers(), command.sections());
        if (life.isConfidential()) {
            var named = lives.listReaders(life.recordId()).stream().map(NamedReader::staffId).collect(Collectors.toSet());
            invited = invited.stream().filter(one -> named.contains(one.staffId())).toList();
        }
        if (invited.isEmpty()) {
            throw new RuleViolation(NO_READERS);
        }
        var begun = Circulation.begin(command, invited, actor.get(), clock.now());
        lives.add(begun);
        history.note(life.recordId(), RecordEventKind.CIRCULATED, Map.of(
                "readers", invited.stream().map(Circulation.Invited::name).toList(), "completes", command.completes()));
        return begun.id();
    }

    /** The actor has read; with the last reader the record may be done with. Returns the record. */
    UUID read(UUID circulationId, String comment) {
        var circulation = lives.lockCirculation(circulationId).orElseThrow(() -> new RuleViolation(NO_SUCH_CIRCULATION));
        var recordId = circulation.recordId();
        if (circulation.read(actor.get().id(), comment, clock.now())) {
            history.note(recordId, RecordEventKind.READ, comment == null ? Map.of() : Map.of("comment", comment));
            var life = lives.lock(recordId).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
            if (circulation.isFinished() && circulation.completes() && life.state().isUnfinished()) {
                completion.of(life);
            }
        }
        return recordId;
    }
}
