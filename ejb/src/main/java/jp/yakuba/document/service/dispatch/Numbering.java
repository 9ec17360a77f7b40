package jp.yakuba.document.service.dispatch;

import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_NUMBER;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberRegister;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.api.SendOut;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.OutgoingNumber;
import jp.yakuba.document.model.dispatch.NumberBook;
import jp.yakuba.document.model.dispatch.TakenNumber;
import jp.yakuba.document.service.LetterSeries;
import jp.yakuba.document.service.SectionKin;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.document.store.dispatch.NumberStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** Gives numbers to what goes out: the next one, a branch, or one that was taken ahead; and keeps the register of numbers. */
@ApplicationScoped
public class Numbering {
    @Inject
    private NumberStore numbers;

    @Inject
    private RecordStore records;

    @Inject
    private OwnRecords own;

    @Inject
    private OwnReach reach;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private SectionKin kin;

    @Inject
    private LetterSeries letters;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** The number that the command asks for; the series waits for the deed's end. */
    OutgoingNumber of(SendOut command, String section) {
        if (command.takenId() != null) {
            return taken(command.takenId(), command.series(), section).outgoing();
        }
        return command.branchOf() == null ? next(command.series(), kin.present(section).code()) : branch(command.branchOf(), section);
    }

    private TakenNumber taken(UUID id, NumberSeries series, String section) {
        var taken = numbers.lock(id).filter(one -> kin.isSame(one.section(), section)).orElseThrow(() -> new RuleViolation(NO_SUCH_NUMBER));
        if (taken.state() != TakenNumber.State.TAKEN || taken.series() != series) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        return taken;
    }

    private OutgoingNumber branch(UUID recordId, String section) {
        own.get(recordId);
        var number = records.find(recordId).filter(record -> record.isBranched() && kin.isSame(record.section(), section))
                .map(NumberedRecord::outgoing).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD));
        return new OutgoingNumber(number.series(), number.section(), number.letters(), number.year(), number.sequence(),
                numbers.nextBranch(number));
    }

    /** The next number of the series. */
    OutgoingNumber next(NumberSeries series, String section) {
        var today = clock.today();
        var letter = kin.present(section).letter();
        var town = organization.town();
        int year = OutgoingNumber.yearOf(series, today);
        long sequence = series.isOfTown() ? numbers.nextOfTown(series, year) : letters.next(Direction.OUT, section, year);
        return new OutgoingNumber(series, section, OutgoingNumber.lettersOf(series, town.name(), town.letter(), letter), year, sequence, 1);
    }

    /** The record bears the number that was taken ahead. */
    void use(UUID takenId, UUID recordId) {
        numbers.lock(takenId).orElseThrow(() -> new RuleViolation(NO_SUCH_NUMBER)).use(recordId, actor.get(), clock.now());
    }

    /** The number that the form has taken already, if it was sent before. */
    Optional<TakenNumber> findTaken(UUID once) {
        return numbers.findOnce(once);
    }

    /** Takes a number before anything is sent. */
    TakenNumber take(UUID once, NumberSeries series, String section, String purpose) {
        reach.requireKeeping(section, "document.number-take");
        var taken = TakenNumber.taken(once, next(series, kin.present(section).code()), purpose, actor.get(), clock.now());
        numbers.add(taken);
        return taken;
    }

    /** Says that it is missing. */
    NumberLine giveUp(UUID id, String reason) {
        var taken = numbers.lock(id).orElseThrow(() -> new RuleViolation(NO_SUCH_NUMBER));
        reach.requireKeeping(taken.section(), "document.number-missing");
        taken.giveUp(reason, actor.get(), clock.now());
        return taken.line();
    }

    /** Numbers of a section that wait to be used. */
    List<NumberLine> open(String section) {
        return kin.withAncestors(kin.present(section).code()).stream().flatMap(one -> numbers.listOpen(one).stream()).map(TakenNumber::line).toList();
    }

    /** A part of the register of a series. */
    NumberRegister register(NumberSeries series, String section, int year, PageRequest page) {
        var extent = numbers.extentOf(series, section, year);
        long upTo = extent.last() - page.offset();
        var part = new NumberBook.Part(series, section, year, Math.max(0, upTo - page.size()), upTo);
        var rows = part.upTo() <= 0 ? List.<NumberLine>of() : NumberBook.of(part, numbers.listUsed(part, own.reader()),
                numbers.listTaken(part).stream().map(TakenNumber::line).toList());
        var open = numbers.listWaiting(series, section, year).stream().map(TakenNumber::line).toList();
        return new NumberRegister(rows, extent.last(), extent.gaps(), open, page);
    }
}
