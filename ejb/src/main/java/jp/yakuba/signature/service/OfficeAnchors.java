package jp.yakuba.signature.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.yakuba.signature.api.TrustAnchors;

/** Reads from the folder of authorities what can be handed on; names of the operator's files and folders stay here. */
@ApplicationScoped
public class OfficeAnchors implements TrustAnchors {
    private SigningTrust trust;

    protected OfficeAnchors() {
        // for the container
    }

    /** For the container and tests. */
    @Inject
    public OfficeAnchors(SigningTrust trust) {
        this.trust = trust;
    }

    @Override
    public List<Anchor> list() {
        var known = trust.now();
        var anchors = new ArrayList<Anchor>();
        try {
            for (var authority : known.authorities()) {
                anchors.add(new Anchor(name(anchors.size(), "cer"), authority.getEncoded()));
            }
            for (var list : known.lists()) {
                anchors.add(new Anchor(name(anchors.size(), "crl"), list.getEncoded()));
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("What was read from DER cannot be written as DER", broken);
        }
        return List.copyOf(anchors);
    }

    private static String name(int before, String ending) {
        return String.format(Locale.ROOT, "%03d.%s", before + 1, ending);
    }
}
