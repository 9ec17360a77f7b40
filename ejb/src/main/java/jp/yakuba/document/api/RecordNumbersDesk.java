package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;

/** The desk of numbers about records, for the general affairs section. */
@Local
public interface RecordNumbersDesk {
    /** Every month in which something was entered, the first one first; both days belong to the period. */
    List<MonthNumbers> byMonth(LocalDate from, LocalDate until);
}
