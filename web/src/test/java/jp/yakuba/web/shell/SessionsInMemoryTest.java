package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.session.InMemorySessionManager;
import io.undertow.servlet.Servlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Deployed by Undertow itself, which asks for extensions before it makes what keeps sessions. */
@DisplayName("セッションの置き場所")
class SessionsInMemoryTest {
    private static final String OF_THE_SERVER = "what the server gives";
    private static final String OURS = "yakuba";

    @AfterEach
    void alone() {
        System.clearProperty(SessionsInMemory.CLUSTER);
    }

    @Test
    @DisplayName("一台だけのサーバーはメモリに置く")
    void aServerAloneKeepsThemInItsMemory() {
        assertThat(keeper()).isEqualTo(OURS);
    }

    @Test
    @DisplayName("何台かのサーバーは、ほかのサーバーへも渡す")
    void aServerOfSeveralLeavesThemToTheServer() {
        System.setProperty(SessionsInMemory.CLUSTER, "true");
        assertThat(keeper()).isEqualTo(OF_THE_SERVER);
    }

    /** The name under which sessions are kept. */
    private static String keeper() {
        var manager = Servlets.newContainer().addDeployment(Servlets.deployment().setClassLoader(SessionsInMemoryTest.class.getClassLoader())
                .setDeploymentName(OURS).setContextPath("/").setSessionManagerFactory(deployment -> new InMemorySessionManager(OF_THE_SERVER)));
        manager.deploy();
        try {
            return manager.getDeployment().getSessionManager().getDeploymentName();
        } finally {
            manager.undeploy();
        }
    }
}
