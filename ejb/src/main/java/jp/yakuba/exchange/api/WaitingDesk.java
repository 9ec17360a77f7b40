package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Where other offices collect what waits for them here, instead of having it brought. Each sees what is for it alone. */
@Local
public interface WaitingDesk {
    /** Most that one list names. */
    int MOST = 100;

    /**
     * A message that waits.
     *
     * @param bytes size of its container
     * @param kept true if the asker has said that it keeps all of it, and its answer is not here
     */
    record Waiting(UUID id, long bytes, boolean kept) {}

    /**
     * What can be collected now and what has no answer yet, oldest first; of a conversation only the next message.
     *
     * @param after the last message of a list before; null for the first list
     * @return at most {@link #MOST}
     */
    List<Waiting> list(UUID after);

    /** What a message will be, as if it were announced; refused with {@code EXC-002} if it does not wait for the asker. */
    OpenTransfer announce(UUID id);

    /** A piece of it, from 0; refused with {@code EXC-002} if there is none of the number. */
    byte[] read(UUID id, int number);

    /** The asker keeps all of it; said again, it changes nothing. Refused with {@code EXC-002} if it was given up or taken back meanwhile. Its answer comes as for any message. */
    void kept(UUID id);
}
