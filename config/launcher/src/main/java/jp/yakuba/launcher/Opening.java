package jp.yakuba.launcher;

/**
 * The hand on the door: opens one office and closes it. Ctrl-C while it is still opening does not wait for that to
 * end: the opening is interrupted, and what it has begun is closed.
 */
final class Opening {
    private final Progress progress;
    private volatile Thread opener;
    private volatile boolean closing;
    private RunningOffice office;

    Opening(Progress progress) {
        this.progress = progress;
    }

    synchronized void open(OfficeSettings settings) {
        opener = Thread.currentThread();
        try {
            if (!closing) {
                office = RunningOffice.start(settings, progress);
            }
        } finally {
            opener = null;
        }
    }

    synchronized RunningOffice office() {
        return office;
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
        if (office != null) {
            office.close();
        }
    }
}
