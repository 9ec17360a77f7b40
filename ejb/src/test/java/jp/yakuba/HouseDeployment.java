package jp.yakuba;

import jp.yakuba.house.Deployments;
import jp.yakuba.servertrial.Trial;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** What all tests in the container share: the business is deployed once, before the first of them (arquillian.xml names this class). */
@ArquillianSuiteDeployment
public final class HouseDeployment {
    private HouseDeployment() {}

    /** The business whole, with all tests beside it. */
    @Deployment
    public static Archive<?> house() {
        return Deployments.ejb();
    }

    /** Beside it, what the server's own settings are tried with. */
    @Deployment(name = Trial.NAME, testable = false)
    public static Archive<?> trial() {
        return Trial.archive();
    }
}
