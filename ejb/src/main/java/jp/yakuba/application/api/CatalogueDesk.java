package jp.yakuba.application.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;

/** The catalogue of procedures that are valid today; open to everybody. */
@Local
public interface CatalogueDesk {
    /** All procedures, by office order and kana. */
    List<ProcedureView> list();

    /** Procedures of a life event. */
    List<ProcedureView> listByLifeEvent(String lifeEvent);

    /** Procedures that fit the words (kanji, kana, easy words), best first. */
    List<ProcedureView> find(String words);

    /** One procedure. */
    Optional<ProcedureView> findByCode(String code);

    /** Procedures of a section (課). */
    List<ProcedureView> listBySection(String section);

    /** Life events by which procedures are found, with their names, in order. */
    List<Choice> listLifeEvents();
}
