package jp.yakuba.resident.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentProblem;

/**
 * What was entered with an event (仮登録の内容): the persons, and where they will live, or for a birth the parent whose
 * household the child joins. It stays as it was entered when the event is final.
 */
@Entity
@Table(name = "res_entry")
public class Entry {
    @Id
    private UUID eventId;

    private UUID householdId;
    private UUID parentId;

    @Embedded
    private EntryAddress address;

    private String previousAddress;
    private String joinsHead;
    private boolean protectionAsked;
    private boolean protectionAnswered;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "res_entry_person", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<EntryPerson> persons = new ArrayList<>();

    protected Entry() {
        // for JPA
    }

    private Entry(UUID eventId, UUID householdId, List<EntryPerson> persons) {
        this.eventId = eventId;
        this.householdId = householdId;
        this.persons = new ArrayList<>(persons);
    }

    /** The entry of a move into town: a new household, its head first. */
    public static Entry ofMove(UUID eventId, EntryAddress address, String previousAddress, List<EntryPerson> persons) {
        var entry = new Entry(eventId, UUID.randomUUID(), persons);
        entry.address = address;
        entry.previousAddress = previousAddress;
        return entry;
    }

    /** The entry of a move to people who live here already; which household is theirs is found later. */
    public static Entry ofJoining(UUID eventId, EntryAddress address, String previousAddress, String head, List<EntryPerson> persons) {
        var entry = new Entry(eventId, null, persons);
        entry.address = address;
        entry.previousAddress = previousAddress;
        entry.joinsHead = head;
        return entry;
    }

    /** The entry of a birth: the child joins a household that is there. */
    public static Entry ofBirth(UUID eventId, UUID householdId, UUID parentId, EntryPerson child) {
        var entry = new Entry(eventId, householdId, List.of(child));
        entry.parentId = parentId;
        return entry;
    }

    /** Says which household is joined; a second word replaces the first, as long as nothing is final. */
    public void join(UUID household) {
        if (joinsHead == null) {
            throw new RuleViolation(ResidentProblem.ENTRY_INCOMPLETE, EntryInspection.NO_HOUSEHOLD_JOINED);
        }
        householdId = household;
    }

    /** The family asks for protection (支援措置), which stands from the moment they are residents; or says that it does not. */
    public void askProtection(boolean asked) {
        protectionAsked = asked;
        protectionAnswered = true;
    }

    /** True if the family was asked, whatever it said. */
    public boolean protectionAnswered() {
        return protectionAnswered;
    }

    public boolean protectionAsked() {
        return protectionAsked;
    }

    /** True if the family joins a household that is there; its head is named. */
    public boolean joins() {
        return joinsHead != null;
    }

    public String joinsHead() {
        return joinsHead;
    }

    public UUID eventId() {
        return eventId;
    }

    public UUID householdId() {
        return householdId;
    }

    public UUID parentId() {
        return parentId;
    }

    public EntryAddress address() {
        return address;
    }

    public String previousAddress() {
        return previousAddress;
    }

    public List<EntryPerson> persons() {
        return List.copyOf(persons);
    }
}
