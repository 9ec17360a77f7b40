package jp.yakuba.signature.service;

import jakarta.enterprise.inject.Vetoed;
import java.nio.file.Path;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.ContainerSigning;
import jp.yakuba.signature.api.OfflineSignatures;
import jp.yakuba.signature.api.XmlSigning;

/** Checks with what lies in a folder; found by its interface where no server is. Nothing is stamped, so no service is named. */
@Vetoed
public final class FolderSignatures implements OfflineSignatures {
    @Override
    public ContainerSigning containers(Path authorities, OfficeClock clock) {
        return new OfficeContainers(new SigningTrust(authorities), null, clock);
    }

    @Override
    public XmlSigning xml(Path authorities, OfficeClock clock) {
        return new OfficeXml(new SigningTrust(authorities), null, clock);
    }
}
