package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.Role;

/** The rail of the office: only what the actor's posts may open. The desks judge again; this only spares dead ends. */
@Named
@RequestScoped
public class OfficeMenu {
    @Inject
    private CurrentActor actor;

    /** One entry of the rail: key of its text, address, icon of the sprite, role it needs. */
    public record Item(String key, String href, String icon, String role) {}

    private static final List<Item> ALL = List.of(
            new Item("office.inbox", "/office/inbox", "inbox", Role.EXAMINER),
            new Item("office.approvals", "/office/approvals", "stamp", Role.DECIDER),
            new Item("office.counter", "/office/counter", "edit", Role.EXAMINER),
            new Item("office.residents", "/office/residents", "people", Role.REGISTRAR),
            new Item("office.statistics", "/office/statistics", "chart", Role.EXAMINER),
            new Item("office.forms", "/office/forms", "file", Role.AUTHOR),
            new Item("office.audit", "/office/audit", "shield", Role.AUDITOR),
            new Item("office.messages", "/office/messages", "server", Role.OPERATOR));

    /** Entries the actor may open, in order. */
    public List<Item> getItems() {
        return ALL.stream().filter(item -> actor.get().holds(item.role())).toList();
    }

    /** Where the office opens for this actor. */
    public String getFirst() {
        return Stream.concat(getItems().stream().map(Item::href), Stream.of("/office/approvals"))
                .findFirst()
                .orElseThrow();
    }

    /** True if the actor holds the role here. */
    public boolean may(String role) {
        return actor.get().holds(role);
    }
}
