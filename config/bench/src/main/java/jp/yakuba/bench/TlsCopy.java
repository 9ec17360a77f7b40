package jp.yakuba.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The reference for the way alone: a file copied over TLS 1.3 between two sockets of this machine, certificates on both sides, kept on the disk. */
final class TlsCopy implements ExchangeWork {
    private static final int BLOCK = 1 << 16;
    private static final int KEPT = 1;

    private final SSLContext sender;
    private final SSLServerSocket door;
    private final Path folder;

    private TlsCopy(SSLContext sender, SSLServerSocket door, Path folder) {
        this.sender = sender;
        this.door = door;
        this.folder = folder;
    }

    /** Opens the door; what comes in is kept in the folder. */
    static TlsCopy open(BenchKeys keys, Path folder) throws GeneralSecurityException, IOException {
        var recipient = context(keys.of("localhost"), keys.trusted());
        var door = (SSLServerSocket) recipient.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        door.setEnabledProtocols(new String[] {"TLSv1.3"});
        return new TlsCopy(context(keys.of("sender"), keys.trusted()), door, Files.createDirectories(folder));
    }

    private static SSLContext context(KeyStore own, KeyStore trusted) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(own, BenchKeys.WORD);
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public String name() {
        return "plain TLS copy, kept";
    }

    @Override
    public void once(Path payload) throws Exception {
        var taking = CompletableFuture.runAsync(this::take);
        try (var socket = (SSLSocket) sender.getSocketFactory().createSocket(door.getInetAddress(), door.getLocalPort()); var in = Files.newInputStream(payload)) {
            copy(in, socket.getOutputStream());
            socket.shutdownOutput();
            if (socket.getInputStream().read() != KEPT) {
                throw new IOException("The copy was not taken");
            }
        }
        taking.get();
    }

    private void take() {
        try (var socket = door.accept()) {
            var kept = Files.createTempFile(folder, "kept", ".bin");
            try (var channel = FileChannel.open(kept, StandardOpenOption.WRITE); var out = Channels.newOutputStream(channel)) {
                copy(socket.getInputStream(), out);
                channel.force(true);
            }
            socket.getOutputStream().write(KEPT);
            Files.delete(kept);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(java.io.InputStream in, java.io.OutputStream out) throws IOException {
        var block = new byte[BLOCK];
        for (var read = in.read(block); read >= 0; read = in.read(block)) {
            out.write(block, 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
