package jp.yakuba.jmsadapters;

import jakarta.ejb.ApplicationException;

/** A message that is readable and yet cannot be processed, now or later; the reason is for the operator. */
@ApplicationException(rollback = true)
public class NotProcessable extends RuntimeException {
    /** Not processable for the reason, which never repeats personal data. */
    public NotProcessable(String reason) {
        super(reason);
    }
}
