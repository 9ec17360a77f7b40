package jp.yakuba.application.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.yakuba.application.api.Choice;

/** The life events (ライフイベント) by which people look for procedures, read once from the town's files. */
@ApplicationScoped
public class LifeEvents {
    private final List<Choice> events = ShippedProcedures.lifeEvents();

    /** The events in the order in which they are shown. */
    public List<Choice> list() {
        return events;
    }
}
