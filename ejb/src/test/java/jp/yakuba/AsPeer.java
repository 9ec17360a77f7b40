package jp.yakuba;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;
import jp.yakuba.kernel.Role;

/** Lets a test in the container come to a desk as another office; opens no transaction of its own. */
@Stateless
@RunAs(Role.PEER)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsPeer {
    /** Does the deed in this role. */
    @PermitAll
    public <T> T call(Callable<T> deed) throws Exception {
        return deed.call();
    }
}
