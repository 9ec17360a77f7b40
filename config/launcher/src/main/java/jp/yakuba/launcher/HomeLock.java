package jp.yakuba.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jp.yakuba.server.CannotOpen;

/** The key of one home: held by the one launcher that runs an office there, and let go by the kernel when that dies. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static HomeLock take(Path home) {
        try {
            Files.createDirectories(home.resolve("run"));
            var channel = FileChannel.open(home.resolve("run/office.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CannotOpen("An office is already open on " + home
                        + "; close it first, or open another with -Dyakuba.home=<folder> and -Dyakuba.port.offset=<n>.");
            }
            return new HomeLock(channel, lock);
        } catch (IOException refused) {
            throw new CannotOpen("The folder " + home + " cannot be used: " + refused.getMessage() + ".", refused);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException alreadyGone) {
            // the kernel lets go of the lock with the process
            assert !lock.isValid();
        }
    }
}
