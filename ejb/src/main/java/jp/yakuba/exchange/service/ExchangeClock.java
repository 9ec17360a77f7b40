package jp.yakuba.exchange.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.kernel.Role;

/** Looks every two seconds for what is due at the exchange, and once an hour for what nobody needs any more. */
@Singleton
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExchangeClock {
    private ExchangeShift shift;
    private ExchangeSweep sweep;
    private Resumption resumption;
    private boolean resumed;
    private final PatientDeed calling = new PatientDeed("Calling the shift of the exchange", () -> shift.call());
    private final PatientDeed resuming = new PatientDeed("Taking up what this server left in the middle", this::resumeOnce);
    private final PatientDeed sweeping = new PatientDeed("Sweeping half-sent and refused messages", () -> sweep.sweep());

    protected ExchangeClock() {
        // for the container
    }

    /** For the container. */
    @Inject
    public ExchangeClock(ExchangeShift shift, ExchangeSweep sweep, Resumption resumption) {
        this.shift = shift;
        this.sweep = sweep;
        this.resumption = resumption;
    }

    private void resumeOnce() {
        if (!resumed) {
            resumption.takeUp();
            resumed = true;
        }
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "exchange: messages that leave and arrive")
    void tick() {
        resuming.tick();
        calling.tick();
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "23", persistent = false, info = "exchange: what nobody needs any more")
    void hour() {
        sweeping.tick();
    }
}
