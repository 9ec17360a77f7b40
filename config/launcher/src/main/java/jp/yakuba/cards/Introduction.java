package jp.yakuba.cards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Tells one office whom to believe when another one sends (紹介): what the other publishes of its authorities, those of the exchange,
 * of signatures and of time stamps, is laid into this one's folders. Given again, it brings fresh lists.
 */
public final class Introduction {
    private final Path keys;
    private final String password;

    /** To the office whose keys lie in the folder. */
    public Introduction(Path keys, String password) {
        this.keys = keys;
        this.password = password;
    }

    /** Introduces the office with that code, whose keys lie in the other folder; nothing secret is copied. */
    public void of(String code, Path theirs) {
        copy(SampleExchange.authorities(theirs).resolve("exchange"), SampleExchange.authorities(keys).resolve(code));
        for (var kind : new String[] {"office", "stamps"}) {
            copy(SampleSigning.authorities(theirs).resolve(kind), SampleSigning.authorities(keys).resolve(code).resolve(kind));
        }
        SampleExchange.trust(keys, password);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (var name : new String[] {"authority.cer", "authority.crl"}) {
                var draft = Files.copy(from.resolve(name), to.resolve(name + ".draft"), StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, to.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new CardsFailed("The authority in " + from + " cannot be introduced", e);
        }
    }
}
