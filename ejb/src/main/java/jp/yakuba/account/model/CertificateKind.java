package jp.yakuba.account.model;

import java.util.Set;

/** The two certificates of the card, told apart by their policies (facts: data/j-identity). */
public enum CertificateKind {
    /** Says that the holder of the card is there; carries no name (利用者証明用). */
    SIGN_IN(Set.of("1.2.392.200149.8.5.1.3.30", "1.2.392.200149.8.5.1.2.30"), false),
    /** Signs, and names the person by four facts (署名用): real service and its test environment. */
    SIGNATURE(Set.of("1.2.392.200149.8.5.1.1.20", "1.2.392.200149.8.5.1.0.20"), true);

    private final Set<String> policies;
    private final boolean nonRepudiation;

    CertificateKind(Set<String> policies, boolean nonRepudiation) {
        this.policies = policies;
        this.nonRepudiation = nonRepudiation;
    }

    /** True if one of the policies found is of this kind. */
    public boolean isNamedBy(Set<String> found) {
        return found.stream().anyMatch(policies::contains);
    }

    /** True if the bits of keyUsage (RFC 5280, in order) are those of this kind. */
    public boolean fitsUsage(boolean[] usage) {
        return usage != null && usage[0] && (!nonRepudiation || usage[1]);
    }
}
