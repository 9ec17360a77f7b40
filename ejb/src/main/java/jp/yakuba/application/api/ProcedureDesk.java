package jp.yakuba.application.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;

/** The authors' desk of the catalogue (手続の管理): what is told of a procedure, version by version, each from a day on. */
@Local
public interface ProcedureDesk {
    /** The versions of a procedure, the one that begins last first. */
    List<ProcedureVersion> listVersions(String code);

    /**
     * Keeps the facts as the version that begins on their first day, today or later; the version before ends the day before
     * and one that begins later stays. The same first day again changes what was planned.
     *
     * @param seen edition of the version with that first day, as the author saw it; 0 if there was none
     */
    void plan(ProcedureView facts, long seen);

    /** What the facts of a procedure to be begun start from: the first section of the town, from today. */
    ProcedureView blank();

    /**
     * Begins a procedure that the catalogue does not know yet. Nobody can apply online before a form of it is published and a
     * version says so.
     */
    void begin(ProcedureView facts);

    /** Everything that is wrong with a procedure to be begun, each at its place. */
    List<FormFault> inspectNew(ProcedureView facts);

    /** Everything that is wrong with facts to be planned, each at its place. */
    List<FormFault> inspect(ProcedureView facts);

    /** Sets the last day of a version, today or later, after which the procedure is not in the catalogue; null opens it. */
    void end(String code, LocalDate validFrom, LocalDate lastDay, long seen);

    /** Takes back a version that has not begun; the version before goes on. */
    void takeBack(String code, LocalDate validFrom, long seen);

    /** The version as a file. */
    String export(String code, LocalDate validFrom);

    /** Reads a file without keeping anything, so that its author looks at it before it is planned. */
    ProcedureView read(String code, String file);
}
