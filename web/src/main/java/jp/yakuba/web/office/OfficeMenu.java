package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Role;

/** The rail of the office: only what the actor's posts may open. The desks judge again; this only spares dead ends. */
@Named
@RequestScoped
public class OfficeMenu {
    @Inject
    private CurrentActor actor;

    /** One entry of the rail: key of its text, address, icon of the sprite, roles of which it needs one. */
    public record Item(String key, String href, String icon, Set<String> roles) {
        Item(String key, String href, String icon, String... roles) {
            this(key, href, icon, Set.of(roles));
        }
    }

    private static final List<Item> ALL = List.of(
            new Item("office.tasks", "/office/tasks", "check", Role.STAFF),
            new Item("office.inbox", "/office/inbox", "inbox", Role.EXAMINER),
            new Item("office.approvals", "/office/approvals", "stamp", Role.STAFF),
            new Item("document.rail", "/office/records", "folder", Role.STAFF),
            new Item("office.absences", "/office/absences", "calendar", Role.STAFF),
            new Item("office.counter", "/office/counter", "edit", Role.EXAMINER),
            new Item("office.residents", "/office/residents", "people", Role.REGISTRAR, Role.LEDGER_READER,
                    Role.PROTECTION_OFFICER),
            new Item("office.entries", "/office/entries", "list", Role.REGISTRAR),
            new Item("office.copy", "/office/wide-copies", "file", Role.REGISTRAR),
            new Item("office.notice", "/office/move-notices", "mail", Role.REGISTRAR),
            new Item("office.protection", "/office/protection", "lock", Role.PROTECTION_OFFICER),
            new Item("office.statistics", "/office/statistics", "chart", Role.EXAMINER),
            new Item("office.workload", "/office/workload", "chart", Role.RECORDS_MANAGER),
            new Item("office.forms", "/office/forms", "file", Role.AUTHOR),
            new Item("office.delegations", "/office/delegations", "sign", Role.PERSONNEL),
            new Item("office.reorganisations", "/office/reorganisations", "people", Role.PERSONNEL),
            new Item("office.appointments", "/office/appointments", "user", Role.PERSONNEL),
            new Item("office.audit", "/office/audit", "shield", Role.AUDITOR),
            new Item("office.messages", "/office/messages", "server", Role.OPERATOR),
            new Item("office.keys", "/office/keys", "keyboard", Role.STAFF));

    /** Entries the actor may open, in order. */
    public List<Item> getItems() {
        return ALL.stream().filter(item -> item.roles().stream().anyMatch(actor.get()::holds)).toList();
    }

    /** Where the office opens for this actor: what the own roles are for comes before what is for everybody, numbers come last. */
    public String getFirst() {
        return Stream.concat(
                        getItems().stream()
                                .filter(item -> !item.roles().contains(Role.STAFF) && !item.roles().contains(Role.RECORDS_MANAGER))
                                .map(Item::href),
                        Stream.of("/office/tasks"))
                .findFirst()
                .orElseThrow();
    }

    /** True if the actor may look for anybody in the ledger. */
    public boolean isMaySearchLedger() {
        return Stream.of(Role.REGISTRAR, Role.LEDGER_READER, Role.PROTECTION_OFFICER).anyMatch(actor.get()::holds);
    }

    /** True if the actor holds the role here. */
    public boolean may(String role) {
        return actor.get().holds(role);
    }
}
