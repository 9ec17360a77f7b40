package jp.yakuba.launcher;

import java.util.List;

/**
 * The hand on the door: opens one office, or two towns side by side, and closes them. Ctrl-C while they are still opening does not
 * wait for that to end: the opening is interrupted, and what it has begun is closed.
 */
final class Opening {
    private final Progress progress;
    private volatile Thread opener;
    private volatile boolean closing;
    private List<RunningOffice> offices = List.of();
    private Runnable end = () -> { };

    Opening(Progress progress) {
        this.progress = progress;
    }

    synchronized void open(List<OfficeSettings> wanted) {
        opener = Thread.currentThread();
        try {
            if (!closing) {
                openAll(wanted);
            }
        } finally {
            opener = null;
        }
    }

    private void openAll(List<OfficeSettings> wanted) {
        if (wanted.size() == 1) {
            var office = RunningOffice.start(wanted.get(0), progress);
            offices = List.of(office);
            end = office::close;
        } else {
            var towns = TwoTowns.open(wanted.get(0), wanted.get(1), progress);
            offices = List.of(towns.first(), towns.second());
            end = towns::close;
        }
    }

    /** What is open. */
    synchronized List<RunningOffice> offices() {
        return offices;
    }

    /** True from the moment on at which somebody has asked to close. */
    boolean isClosing() {
        return closing;
    }

    void close() {
        closing = true;
        var busy = opener;
        if (busy != null) {
            progress.say("Closing: what is still opening");
            busy.interrupt();
        }
        closeWhatIsOpen();
    }

    private synchronized void closeWhatIsOpen() {
        end.run();
    }
}
