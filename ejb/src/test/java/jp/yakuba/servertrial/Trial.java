package jp.yakuba.servertrial;

import jp.yakuba.kernel.Role;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The little application with which the server's own settings are tried; it stands beside the business, and knows nothing of it. */
public final class Trial {
    /** By which a test says that it looks at this one. */
    public static final String NAME = "trial";

    private Trial() {}

    /** The application. */
    public static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "trial.war")
                .addClasses(TrialSignIn.class, TrialDesk.class, TrialNeighbour.class, TrialTimer.class, TrialServlet.class, Role.class)
                .addAsWebInfResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                        + " bean-discovery-mode=\"all\"/>"), "beans.xml");
    }
}
