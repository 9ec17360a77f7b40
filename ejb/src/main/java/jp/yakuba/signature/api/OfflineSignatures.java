package jp.yakuba.signature.api;

import java.nio.file.Path;
import java.util.ServiceLoader;
import jp.yakuba.kernel.OfficeClock;

/** The checking of signatures away from any office: without server and network, trusting whoever lies in a folder. */
public interface OfflineSignatures {

    /** The one there is. */
    static OfflineSignatures find() {
        return ServiceLoader.load(OfflineSignatures.class, OfflineSignatures.class.getClassLoader()).findFirst().orElseThrow();
    }

    /** Checks signatures in containers; certificates and revocation lists lie in the folder. */
    ContainerSigning containers(Path authorities, OfficeClock clock);

    /** Checks signatures within XML. */
    XmlSigning xml(Path authorities, OfficeClock clock);
}
