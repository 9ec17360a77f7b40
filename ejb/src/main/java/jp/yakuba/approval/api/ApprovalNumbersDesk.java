package jp.yakuba.approval.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;

/** The desk of numbers about decisions, for the general affairs section: how long stops take, and where something is late. */
@Local
public interface ApprovalNumbersDesk {
    /** By kind of stop, in the order of a route; both days belong to the period. */
    List<StepNumbers> byKind(LocalDate from, LocalDate until);

    /** By section, whatever is late first; both days belong to the period. */
    List<StepNumbers> bySection(LocalDate from, LocalDate until);
}
