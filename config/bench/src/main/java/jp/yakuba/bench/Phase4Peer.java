package jp.yakuba.bench;

import com.helger.commons.io.IHasInputStream;
import com.helger.commons.collection.impl.CommonsArrayList;
import com.helger.commons.collection.impl.ICommonsList;
import com.helger.commons.http.HttpHeaderMap;
import com.helger.commons.mime.CMimeType;
import com.helger.commons.mime.IMimeType;
import com.helger.phase4.CAS4;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.attachment.IAS4IncomingAttachmentFactory;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.client.AS4ClientBuiltMessage;
import com.helger.phase4.client.AS4ClientUserMessage;
import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.crypto.ECryptoKeyIdentifierType;
import com.helger.phase4.ebms3header.Ebms3Error;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.incoming.AS4IncomingHandler;
import com.helger.phase4.incoming.AS4IncomingMessageMetadata;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4IncomingReceiverConfiguration;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.IAS4ResponseAbstraction;
import com.helger.phase4.incoming.crypto.AS4IncomingSecurityConfiguration;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.ESoapVersion;
import com.helger.phase4.model.pmode.IPMode;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.util.AS4ResourceHelper;
import com.helger.phase4.wss.EWSSVersion;
import com.helger.scope.mgr.ScopeManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.UUID;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.w3c.dom.Node;

/**
 * The reference for an exchange: phase4, an implementation of AS4, with both peers in this process. One signs and encrypts, the other
 * decrypts, verifies, keeps the payload as a file and signs a receipt, which the first one verifies. There is no network between.
 */
final class Phase4Peer implements ExchangeWork {
    private static final String AGREEMENT = "urn:yakuba:measured";
    private static final String SERVICE = "document";
    private static final String SENDER = "016373";
    private static final String RECIPIENT = "132209";
    private static final long IN_MEMORY = 1 << 20;

    private final AS4CryptoFactoryInMemoryKeyStore sender;
    private final AS4CryptoFactoryInMemoryKeyStore recipient;
    private final PMode agreed = agreed();
    private final Path folder;

    private Phase4Peer(KeyStore sender, KeyStore recipient, KeyStore trusted, Path folder) {
        this.sender = new AS4CryptoFactoryInMemoryKeyStore(sender, SENDER, BenchKeys.WORD, trusted);
        this.recipient = new AS4CryptoFactoryInMemoryKeyStore(recipient, RECIPIENT, BenchKeys.WORD, trusted);
        this.folder = folder;
    }

    /** Opens both; what arrives is kept in the folder. */
    static Phase4Peer open(BenchKeys keys, Path folder) throws GeneralSecurityException, IOException {
        if (!ScopeManager.isGlobalScopePresent()) {
            ScopeManager.onGlobalBegin("measured");
        }
        Files.createDirectories(folder);
        AS4ResourceHelper.setTempDir(folder.toFile());
        return new Phase4Peer(keys.of(SENDER), keys.of(RECIPIENT), keys.trusted(), folder);
    }

    @Override
    public String name() {
        return "phase4: sign, encrypt, decrypt, verify, keep, receipt, verify";
    }

    /**
     * Sends the payload from the one to the other, and waits for the receipt. Java's own AES-GCM holds back all of a deciphered attachment, in time that
     * grows with its square; with Bouncy Castle as the first provider it streams.
     */
    @Override
    public void once(Path payload) throws Exception {
        place(1);
        try {
            send(payload);
        } finally {
            place(Security.getProviders().length + 1);
        }
    }

    /** Behind the others it stands in nobody's way, and is there for those who ask for it by name, as phase4 and EU DSS do. */
    private static void place(int position) {
        var castle = new BouncyCastleProvider();
        Security.removeProvider(castle.getName());
        Security.insertProviderAt(castle, position);
    }

    private void send(Path payload) throws Exception {
        try (var resources = new AS4ResourceHelper()) {
            var message = build(payload, resources);
            var headers = new HttpHeaderMap();
            message.getAllCustomHttpHeaders().forEachSingleHeader(headers::addHeader, false);
            headers.setHeader("Content-Type", message.getHttpEntity().getContentType());
            var receipt = new Receipt();
            if (Files.size(payload) > IN_MEMORY) {
                overFile(message, headers, receipt);
            } else {
                var wire = new ByteArrayOutputStream();
                message.getHttpEntity().writeTo(wire);
                receive(new ByteArrayInputStream(wire.toByteArray()), headers, receipt);
            }
            verify(receipt);
        }
    }

    private void overFile(AS4ClientBuiltMessage message, HttpHeaderMap headers, Receipt receipt) throws Exception {
        var wire = Files.createTempFile(folder, "wire", ".mime");
        try {
            try (OutputStream out = Files.newOutputStream(wire)) {
                message.getHttpEntity().writeTo(out);
            }
            try (InputStream in = Files.newInputStream(wire)) {
                receive(in, headers, receipt);
            }
        } finally {
            Files.deleteIfExists(wire);
        }
    }

    private AS4ClientBuiltMessage build(Path payload, AS4ResourceHelper resources) throws Exception {
        var message = new AS4ClientUserMessage(resources);
        message.setSoapVersion(ESoapVersion.SOAP_12);
        message.setCryptoFactory(sender);
        message.signingParams().setAlgorithmSign(ECryptoAlgorithmSign.RSA_SHA_256).setAlgorithmSignDigest(ECryptoAlgorithmSignDigest.DIGEST_SHA_256)
                .setKeyIdentifierType(ECryptoKeyIdentifierType.BST_DIRECT_REFERENCE);
        message.cryptParams().setAlgorithmCrypt(ECryptoAlgorithmCrypt.AES_128_GCM).setKeyIdentifierType(ECryptoKeyIdentifierType.BST_DIRECT_REFERENCE)
                .setCertificate((X509Certificate) recipient.getKeyStore().getCertificate(RECIPIENT));
        message.setAction(CAS4.DEFAULT_ACTION_URL).setServiceValue(SERVICE).setConversationID(UUID.randomUUID().toString()).setAgreementRefValue(AGREEMENT)
                .setFromRole(CAS4.DEFAULT_INITIATOR_URL).setFromPartyID(SENDER).setToRole(CAS4.DEFAULT_RESPONDER_URL).setToPartyID(RECIPIENT);
        message.addAttachment(WSS4JAttachment.createOutgoingFileAttachment(
                AS4OutgoingAttachment.builder().data(payload.toFile()).mimeType(CMimeType.APPLICATION_OCTET_STREAM).build(), resources));
        return message.buildMessage(UUID.randomUUID() + "@measured", null);
    }

    private void receive(InputStream wire, HttpHeaderMap headers, Receipt receipt) throws Exception {
        var from = AS4IncomingMessageMetadata.createForRequest();
        try (var handler = new AS4RequestHandler(from)) {
            handler.setCryptoFactory(recipient).setPModeResolver((id, service, action, by, to, agreement, address) -> agreed)
                    .setIncomingProfileSelector(new AS4IncomingProfileSelectorConstant(null, false))
                    .setIncomingAttachmentFactory(IAS4IncomingAttachmentFactory.DEFAULT_INSTANCE)
                    .setIncomingSecurityConfiguration(AS4IncomingSecurityConfiguration.createDefaultInstance())
                    .setIncomingReceiverConfiguration(new AS4IncomingReceiverConfiguration())
                    .setProcessorSupplier(() -> new CommonsArrayList<>(new Keeper()));
            handler.handleRequest(wire, headers, receipt);
        }
    }

    private void verify(Receipt receipt) throws Exception {
        if (receipt.content == null) {
            throw new IllegalStateException("phase4 sent no receipt");
        }
        try (var resources = new AS4ResourceHelper()) {
            var answer = new BasicHttpResponse(200);
            answer.setHeader("Content-Type", receipt.type);
            var signal = AS4IncomingHandler.parseSignalMessage(sender, sender, (id, service, action, by, to, agreement, address) -> agreed,
                    IAS4IncomingAttachmentFactory.DEFAULT_INSTANCE, new AS4IncomingProfileSelectorConstant(null, false), resources, agreed, Locale.ROOT,
                    AS4IncomingMessageMetadata.createForResponse("measured"), answer, receipt.content, null,
                    AS4IncomingSecurityConfiguration.createDefaultInstance(), new AS4IncomingReceiverConfiguration(), null);
            if (signal == null || signal.getReceipt() == null || !signal.getError().isEmpty()) {
                throw new IllegalStateException("phase4 did not receipt: " + new String(receipt.content, StandardCharsets.UTF_8));
            }
        }
    }

    private static PMode agreed() {
        var security = new PModeLegSecurity();
        security.setWSSVersion(EWSSVersion.WSS_111);
        security.setX509SignatureAlgorithm(ECryptoAlgorithmSign.RSA_SHA_256);
        security.setX509SignatureHashFunction(ECryptoAlgorithmSignDigest.DIGEST_SHA_256);
        security.setX509EncryptionAlgorithm(ECryptoAlgorithmCrypt.AES_128_GCM);
        security.setSendReceipt(true);
        security.setSendReceiptNonRepudiation(true);
        security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
        security.setPModeAuthorize(false);
        var leg = new PModeLeg(PModeLegProtocol.createForDefaultSoapVersion("http://localhost/"),
                PModeLegBusinessInformation.create(SERVICE, CAS4.DEFAULT_ACTION_URL, null, CAS4.DEFAULT_MPC_ID), null, null, security);
        return new PMode("measured", PModeParty.createSimple(SENDER, CAS4.DEFAULT_INITIATOR_URL), PModeParty.createSimple(RECIPIENT, CAS4.DEFAULT_RESPONDER_URL),
                AGREEMENT, EMEP.ONE_WAY, EMEPBinding.PUSH, leg, null, null, null);
    }

    @Override
    public void close() {
        ScopeManager.onGlobalEnd();
    }

    /** Keeps the payload on the disk, as an office does before it says that it has it. */
    private final class Keeper implements IAS4IncomingMessageProcessorSPI {
        @Override
        public AS4MessageProcessorResult processAS4UserMessage(IAS4IncomingMessageMetadata from, HttpHeaderMap headers, Ebms3UserMessage message,
                IPMode mode, Node body, ICommonsList<WSS4JAttachment> attachments, IAS4IncomingMessageState state, ICommonsList<Ebms3Error> errors) {
            try {
                for (var attachment : attachments) {
                    keep(attachment);
                }
                return AS4MessageProcessorResult.createSuccess();
            } catch (IOException e) {
                return AS4MessageProcessorResult.createFailure();
            }
        }

        private void keep(WSS4JAttachment attachment) throws IOException {
            var kept = Files.createTempFile(folder, "kept", ".bin");
            try (var channel = FileChannel.open(kept, StandardOpenOption.WRITE);
                    var in = attachment.getSourceStream(); var out = Channels.newOutputStream(channel)) {
                in.transferTo(out);
                channel.force(true);
            }
            Files.delete(kept);
        }

        @Override
        public AS4SignalMessageProcessorResult processAS4SignalMessage(IAS4IncomingMessageMetadata from, HttpHeaderMap headers, Ebms3SignalMessage message,
                IPMode mode, IAS4IncomingMessageState state, ICommonsList<Ebms3Error> errors) {
            return AS4SignalMessageProcessorResult.createSuccess();
        }

        @Override
        public void processAS4ResponseMessage(IAS4IncomingMessageMetadata from, IAS4IncomingMessageState state, String id, byte[] content, boolean any) {
            // the answer goes to the sender, who looks at it
        }
    }

    /** What comes back. */
    private static final class Receipt implements IAS4ResponseAbstraction {
        private byte[] content;
        private String type = "application/soap+xml";

        @Override
        public void setContent(byte[] bytes, Charset charset) {
            content = bytes;
        }

        @Override
        public void setContent(HttpHeaderMap headers, IHasInputStream stream) {
            try (var in = stream.getInputStream()) {
                content = in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void setMimeType(IMimeType mime) {
            type = mime.getAsString();
        }

        @Override
        public void setStatus(int status) {
            if (status >= 300) {
                throw new IllegalStateException("phase4 answers " + status);
            }
        }
    }
}
