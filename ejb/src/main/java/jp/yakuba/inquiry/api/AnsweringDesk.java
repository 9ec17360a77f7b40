package jp.yakuba.inquiry.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The desk where clerks of a section answer what other offices ask (回答). */
@Local
public interface AnsweringDesk {
    /** What is asked of the actor's sections and may be read by the actor, what is open first; only what was not answered yet if that is said. */
    Page<AskedLine> list(boolean openOnly, PageRequest page);

    /** One of them; refused with {@code INQ-001} if there is none of the actor's sections. */
    AskedSheet get(UUID id);

    /**
     * Keeps what is written so far, whole or not; refused with {@code INQ-012} and the code of the question that says most if it is more than can
     * be kept.
     */
    void keep(UUID id, long version, List<Given> given);

    /** What is wrong with answers, by the code of the question; empty if they can go. */
    Map<String, AnswerFault> check(UUID id, List<Given> given);

    /** Makes a draft of the answer as it was kept; refused with {@code INQ-006} unless it is whole. Returns the draft. */
    UUID draft(UUID id, long version);

    /** Sends the decided answer to the office that asked; returns its number. */
    String send(UUID id);
}
