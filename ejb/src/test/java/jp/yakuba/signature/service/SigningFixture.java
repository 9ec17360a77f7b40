package jp.yakuba.signature.service;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.ContainerSigning;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.SignedFile;
import jp.yakuba.signature.api.XmlSigning;
import jp.yakuba.signature.gateway.StampAuthority;

/** An office that can sign, in a folder: its key, the authorities it trusts with their lists, a time stamp service. For tests. */
public final class SigningFixture implements AutoCloseable {
    public static final String CODE = "016373";
    public static final String PASSWORD = "kagi-no-kotoba";
    private static final Duration DAY = Duration.ofDays(1);
    private static final String HOME = "016373";

    private final Path folder;
    private final Instant now;
    private final TestIssuer issuer;
    private final TestIssuer stampIssuer;
    private final TestIssuer stranger;
    private final Map<String, TestIssuer.Holder> holders = new HashMap<>();
    private TestIssuer.Holder office;
    private TestStamps stamps;

    /** Makes it; nothing is named to the office yet. */
    public SigningFixture(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
        this.issuer = TestIssuer.named("CN=試験認証局,O=試験,C=JP", now);
        this.stampIssuer = TestIssuer.named("CN=試験タイムスタンプ認証局,O=試験,C=JP", now);
        this.stranger = TestIssuer.named("CN=見知らぬ認証局,O=試験,C=JP", now);
        stampsFor(Duration.ofDays(3000));
        keyFor(now.minus(DAY), now.plus(Duration.ofDays(1000)));
        list(List.of(), now);
        try {
            write("authorities/office/authority.cer", issuer.certificate().getEncoded());
            write("authorities/stamps/authority.cer", stampIssuer.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A key for the time between. */
    public void keyFor(Instant from, Instant until) {
        office = issuer.signer(subject("芽室町長", CODE), from, until);
        write(office, PASSWORD);
    }

    /** A key of the office with the code, beside the others. */
    public void keyOf(String code) {
        var holder = issuer.signer("CN=試験の長,2.5.4.97=LG:JP-" + code + ",O=試験,C=JP", now.minus(DAY), now.plus(Duration.ofDays(1000)));
        holders.put(code, holder);
        write(holder, PASSWORD, code + ".p12");
        if (code.equals(HOME)) {
            office = holder;
            write(holder, PASSWORD);
        }
    }

    /** The hand of the office with the code, whoever signs here meanwhile: the clocks of the container go on with the key that is named. */
    public Hand handOf(String code) {
        var holder = holders.get(code);
        try { // in the container the record is another loader's, which its package does not open to tests
            var made = Class.forName("jp.yakuba.signature.service.SigningKey").getDeclaredConstructor(PrivateKey.class, List.class);
            made.setAccessible(true);
            return (Hand) made.newInstance(holder.keys().getPrivate(), List.of(holder.certificate(), issuer.certificate()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void write(TestIssuer.Holder holder, String password) {
        write(holder, password, "office.p12");
    }

    private void write(TestIssuer.Holder holder, String password, String name) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("office", holder.keys().getPrivate(), password.toCharArray(), new Certificate[] {holder.certificate(), issuer.certificate()});
            Files.createDirectories(folder);
            try (var out = Files.newOutputStream(folder.resolve(name))) {
                store.store(out, password.toCharArray());
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(String name, String code) {
        return "CN=" + name + ",OID.2.5.4.97=LG:JP-" + code + ",C=JP";
    }

    private static Hand hand(TestIssuer.Holder holder, TestIssuer by) {
        return new SigningKey(holder.keys().getPrivate(), List.of(holder.certificate(), by.certificate()));
    }

    /** The office's hand. */
    public Hand hand() {
        return hand(office, issuer);
    }

    /** The hand of an office for a time. */
    public Hand handOf(String name, String code, Instant from, Instant until) {
        return hand(issuer.signer(subject(name, code), from, until), issuer);
    }

    /** A hand whose certificate is for something, with a key of so many bits. */
    public Hand handFor(int usage, int bits) {
        return hand(issuer.holder(subject("芽室町長", CODE), now.minus(DAY), now.plus(DAY), usage, bits), issuer);
    }

    /** The office's hand with a key of an elliptic curve. */
    public Hand curvedHand() {
        return hand(issuer.curved(subject("芽室町長", CODE), now.minus(DAY), now.plus(DAY)), issuer);
    }

    /** A hand that says to be the office, by an authority that nobody here trusts. */
    public Hand strangersHand() {
        return hand(stranger.signer(subject("芽室町長", CODE), now.minus(DAY), now.plus(DAY)), stranger);
    }

    /** Signs and checks containers with what is named to the office. */
    public ContainerSigning containers(OfficeClock clock) {
        return new OfficeContainers(new SigningTrust(), stamps, clock);
    }

    /** The same with a time stamp service of its own. */
    public ContainerSigning containers(OfficeClock clock, StampAuthority service) {
        return new OfficeContainers(new SigningTrust(), service, clock);
    }

    /** Signs with any certificate, over or not yet begun, at any time: as others might. */
    public static byte[] signCarelessly(List<SignedFile> files, Hand hand, Instant at) {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        return XmlPress.beside(KnownFile.digests(files), (SigningKey) hand, at, verifier);
    }

    /** The same with a time stamp of a service that nobody here trusts. */
    public byte[] stampedByStranger(byte[] signatures, List<SignedFile> files) {
        return XmlPress.extend(signatures, KnownFile.streams(files), SignatureLevel.XAdES_BASELINE_T, verifier(),
                new StampSource(strangersStamps(), List.of(strangersAuthority())));
    }

    /** Judges with the authorities that are named to the office. */
    public CertificateVerifier verifier() {
        return new SigningTrust().now().verifier();
    }

    /** Signs and checks XML with what is named to the office. */
    public XmlSigning xml(OfficeClock clock) {
        return new OfficeXml(new SigningTrust(), stamps, clock);
    }

    /** The office's certificate was revoked. */
    public void revoke(Instant since) {
        list(List.of(office.certificate()), since);
    }

    /** The authorities' lists are not there. */
    public void loseLists() {
        try {
            Files.deleteIfExists(folder.resolve("authorities/office/authority.crl"));
            Files.deleteIfExists(folder.resolve("authorities/stamps/authority.crl"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The authorities' lists are there, and name nobody. */
    public void bringLists() {
        list(List.of(), now);
    }

    private void list(List<X509Certificate> revoked, Instant since) {
        try {
            write("authorities/office/authority.crl", issuer.list(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(30)), revoked, since).getEncoded());
            write("authorities/stamps/authority.crl",
                    stampIssuer.list(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(30)), List.of(), now).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String name, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A time stamp service whose certificate lasts so long. */
    public TestStamps stampsFor(Duration life) {
        stamps = new TestStamps(stampIssuer.stamper("CN=試験タイムスタンプ局,O=試験,C=JP", now.minus(DAY), now.plus(life)));
        return stamps;
    }

    /** A time stamp service that nobody here trusts. */
    TestStamps strangersStamps() {
        return new TestStamps(stranger.stamper("CN=見知らぬ局,O=試験,C=JP", now.minus(DAY), now.plus(Duration.ofDays(3000))));
    }

    /** The authority behind the service that nobody here trusts. */
    X509Certificate strangersAuthority() {
        return stranger.certificate();
    }

    public TestStamps stamps() {
        return stamps;
    }

    /** Names key and authorities to the office. */
    public void nameKeys() {
        System.setProperty("yakuba.signing.keys", folder.resolve("office.p12").toString());
        System.setProperty("yakuba.signing.password", PASSWORD);
        System.setProperty("yakuba.signing.authorities", folder.resolve("authorities").toString());
    }

    /** Names the same keys and authorities to the office for its line to other offices. */
    public void nameLine() {
        System.setProperty("yakuba.exchange.keys", keyFile(HOME).toString());
        System.setProperty("yakuba.exchange.password", PASSWORD);
        System.setProperty("yakuba.exchange.authorities", folder.resolve("authorities").toString());
    }

    /** The file with the key of the office with the code. */
    public Path keyFile(String code) {
        return folder.resolve(code + ".p12");
    }

    /** Names the time stamp service to the office. */
    public void nameStamps() {
        try {
            System.setProperty("yakuba.tsa.url", stamps.listen());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes everything back. */
    @Override
    public void close() {
        for (var name : List.of("keys", "password", "authorities")) {
            System.clearProperty("yakuba.signing." + name);
            System.clearProperty("yakuba.exchange." + name);
        }
        System.clearProperty("yakuba.tsa.url");
        try {
            stamps.close();
            deleteFolder();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void deleteFolder() throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
