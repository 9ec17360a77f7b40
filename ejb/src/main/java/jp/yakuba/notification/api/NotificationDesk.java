package jp.yakuba.notification.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;

/** Where a deed orders notices; they leave after its commit, are retried, and never doubled. */
@Local
public interface NotificationDesk {
    /** Orders one notice inside the caller's transaction; the same {@code onceKey} again changes nothing. */
    void order(@Valid OrderNotice notice);
}
