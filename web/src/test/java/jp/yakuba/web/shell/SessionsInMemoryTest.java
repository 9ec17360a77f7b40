package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.SessionManagerFactory;
import io.undertow.servlet.core.InMemorySessionManagerFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("セッションの置き場所")
class SessionsInMemoryTest {
    private static final SessionManagerFactory OF_THE_SERVER = deployment -> null;

    @AfterEach
    void alone() {
        System.clearProperty(SessionsInMemory.CLUSTER);
    }

    @Test
    @DisplayName("一台だけのサーバーはメモリに置く")
    void aServerAloneKeepsThemInItsMemory() {
        assertThat(deployed().getSessionManagerFactory()).isInstanceOf(InMemorySessionManagerFactory.class);
    }

    @Test
    @DisplayName("何台かのサーバーは、ほかのサーバーへも渡す")
    void aServerOfSeveralLeavesThemToTheServer() {
        System.setProperty(SessionsInMemory.CLUSTER, "true");
        assertThat(deployed().getSessionManagerFactory()).isSameAs(OF_THE_SERVER);
    }

    private static DeploymentInfo deployed() {
        var deployment = new DeploymentInfo().setSessionManagerFactory(OF_THE_SERVER);
        ServiceLoader.load(ServletExtension.class).forEach(extension -> extension.handleDeployment(deployment, null));
        return deployment;
    }
}
