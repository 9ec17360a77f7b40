package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.UUID;

/** Where other offices hand in their answers to what this one sent. */
@Local
public interface AnswerDesk {
    /** Takes a signed answer to the message; the same answer again changes nothing. */
    void take(UUID messageId, byte[] answer);
}
