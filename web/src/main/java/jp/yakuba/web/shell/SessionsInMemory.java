package jp.yakuba.web.shell;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.core.InMemorySessionManagerFactory;
import jakarta.servlet.ServletContext;

/**
 * Keeps the pages of staff in the memory of a server that stands alone. The application is {@code <distributable/>}, and the server would write
 * every page down for another node at each click, which costs an office with one server much and gives it nothing.
 *
 * <p>Whether there are other nodes, the configuration of the server says: {@code config/cluster/wildfly} sets {@code yakuba.cluster}.
 */
public class SessionsInMemory implements ServletExtension {
    /** System property that is {@code true} on a server of several. */
    static final String CLUSTER = "yakuba.cluster";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        if (!Boolean.getBoolean(CLUSTER)) {
            deployment.setSessionManagerFactory(new InMemorySessionManagerFactory());
        }
    }
}
