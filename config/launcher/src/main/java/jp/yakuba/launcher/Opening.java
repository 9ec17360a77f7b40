package jp.yakuba.launcher;

/** The hand on the door: opens an office once and closes it once, even when Ctrl-C comes while it is still opening. */
final class Opening {
    private RunningOffice office;
    private boolean closed;

    synchronized void open(OfficeSettings settings, Progress progress) {
        if (!closed) {
            office = RunningOffice.start(settings, progress);
        }
    }

    synchronized RunningOffice office() {
        return office;
    }

    synchronized void close() {
        if (!closed && office != null) {
            office.close();
        }
        closed = true;
    }
}
