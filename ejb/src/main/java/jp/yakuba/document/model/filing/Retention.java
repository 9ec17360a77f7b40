package jp.yakuba.document.model.filing;

import java.time.LocalDate;
import java.util.Optional;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.kernel.FiscalYear;

/**
 * How long a file is kept (保存期間). Years are counted from 1 April of the fiscal year after the one in which the last of it
 * was done with; a day set by law wins if it is later.
 *
 * @param kept the class of the plan
 * @param afterUse for a file in regular use (常用) the class that begins when the use ends; null for others
 * @param lawUntil the day until which a law keeps it in any case; null if none does
 */
public record Retention(RetentionClass kept, RetentionClass afterUse, LocalDate lawUntil) {
    public Retention {
        if ((kept == RetentionClass.STANDING) != (afterUse != null) || afterUse == RetentionClass.STANDING) {
            throw new IllegalArgumentException("Exactly a file in regular use names what follows the use");
        }
    }

    /** The period of a file in which the last was done with, or whose regular use ended, in the fiscal year. */
    public RetentionPeriod after(FiscalYear completed) {
        var counted = counted(completed);
        return lawUntil == null || !lawUntil.isAfter(counted.until())
                ? counted
                : new RetentionPeriod(counted.from(), lawUntil);
    }

    /** What is foreseen while the file is open: as if it were done with in its own year; nothing while it is in regular use. */
    public Optional<RetentionPeriod> foreseen(FiscalYear opened) {
        return kept == RetentionClass.STANDING ? Optional.empty() : Optional.of(after(opened));
    }

    private RetentionPeriod counted(FiscalYear completed) {
        var counts = kept == RetentionClass.STANDING ? afterUse : kept;
        if (counts == RetentionClass.UNDER1) {
            return new RetentionPeriod(completed.firstDay(), completed.lastDay());
        }
        var from = completed.next().firstDay();
        return new RetentionPeriod(from, from.plusYears(counts.years()).minusDays(1));
    }
}
