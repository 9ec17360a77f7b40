package jp.yakuba.exchange.service.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.yakuba.exchange.service.container.ContainerNames.DOCUMENT;
import static jp.yakuba.exchange.service.container.ContainerNames.HEAD;
import static jp.yakuba.exchange.service.container.ContainerNames.MANIFEST;
import static jp.yakuba.exchange.service.container.ContainerNames.MIMETYPE;
import static jp.yakuba.exchange.service.container.ContainerNames.SIGNATURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterHead;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.api.Hand;
import jp.yakuba.signature.api.Proof;
import jp.yakuba.signature.api.SignedFile;
import jp.yakuba.signature.service.SigningFixture;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("コンテナへの攻撃と故障")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerAttacksTest {
    private static final Path TABLE = Path.of("..", "config", "docs", "exchange-attacks.md");
    private static final Instant NOW = Instant.now();
    private static final Duration DAY = Duration.ofDays(1);
    private static final String C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private Path folder;

    private SigningFixture office;
    private ContainerCheck check;

    @BeforeAll
    void open(@TempDir Path shared) {
        folder = shared;
        office = new SigningFixture(folder, NOW);
        office.nameKeys();
        check = new ContainerCheck(office.containers(Instant::now));
    }

    @AfterAll
    void close() {
        office.close();
    }

    /** Bytes of a forged container. */
    private interface Forger {
        byte[] forge() throws IOException;
    }

    /** An attack, what it must be called, and what happens at the receiver before and after. */
    record Attack(String name, ExchangeFault fault, Forger forger, Runnable before, Runnable after) {
        @Override
        public String toString() {
            return name + " → " + fault.code();
        }
    }

    private static Attack attack(String name, ExchangeFault fault, Forger forger) {
        return new Attack(name, fault, forger, () -> { }, () -> { });
    }

    /** The finished container is changed. */
    private Attack zipped(String name, ExchangeFault fault, Consumer<RawZip> change) {
        return attack(name, fault, () -> {
            var zip = honest(new LetterFixture());
            change.accept(zip);
            return zip.bytes();
        });
    }

    /** The letter is changed, then honestly signed. */
    private Attack written(String name, ExchangeFault fault, Consumer<LetterFixture> change) {
        return attack(name, fault, () -> {
            var letter = new LetterFixture();
            change.accept(letter);
            return honest(letter).bytes();
        });
    }

    /** The signature's XML is changed. */
    private Attack resigned(String name, ExchangeFault fault, UnaryOperator<String> change) {
        return zipped(name, fault, zip -> {
            var before = new String(zip.item(SIGNATURES).data, UTF_8);
            var after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            zip.item(SIGNATURES).data = after.getBytes(UTF_8);
        });
    }

    /** Somebody else signs. */
    private Attack signed(String name, ExchangeFault fault, Hand hand) {
        return attack(name, fault, () -> {
            var letter = new LetterFixture();
            var xml = letter.headXml();
            return letter.zip(xml, SigningFixture.signCarelessly(letter.signed(xml), hand, NOW)).bytes();
        });
    }

    private RawZip honest(LetterFixture letter) {
        var xml = letter.headXml();
        return letter.zip(xml, SigningFixture.signCarelessly(letter.signed(xml), office.hand(), NOW));
    }

    /** Not every file is signed. */
    private byte[] partly(String without) {
        var letter = new LetterFixture();
        var xml = letter.headXml();
        var some = letter.signed(xml).stream().filter(file -> !file.name().equals(without)).toList();
        return letter.zip(xml, SigningFixture.signCarelessly(some, office.hand(), NOW)).bytes();
    }

    private byte[] stamped(BiFunction<byte[], List<SignedFile>, byte[]> stamp) {
        var letter = new LetterFixture();
        var xml = letter.headXml();
        var files = letter.signed(xml);
        return letter.zip(xml, stamp.apply(office.containers(Instant::now).sign(files, office.hand()), files)).bytes();
    }

    private static String stampIn(byte[] signature) {
        var text = new String(signature, UTF_8);
        int at = text.indexOf("<xades:EncapsulatedTimeStamp");
        return text.substring(at, text.indexOf("</xades:EncapsulatedTimeStamp>"));
    }

    private byte[] withForeignStamp(byte[] signature, List<SignedFile> files) {
        var signing = office.containers(Instant::now);
        var own = signing.extend(signature, files, Proof.STAMP).content();
        var other = signing.extend(signing.sign(files, office.handOf("芽室町長", LetterFixture.SENDER, NOW.minus(DAY), NOW.plus(DAY))), files, Proof.STAMP).content();
        return new String(own, UTF_8).replace(stampIn(own), stampIn(other)).getBytes(UTF_8);
    }

    Stream<Attack> attacks() {
        var all = new ArrayList<Attack>();
        all.addAll(zips());
        all.addAll(names());
        all.addAll(files());
        all.addAll(heads());
        all.addAll(services());
        all.addAll(signatures());
        all.addAll(certificates());
        return all.stream();
    }

    private List<Attack> zips() {
        return List.of(
                attack("no zip file", ExchangeFault.CONTAINER_UNREADABLE, () -> "PK nothing of the kind, only words".getBytes(UTF_8)),
                attack("an empty file", ExchangeFault.CONTAINER_UNREADABLE, () -> new byte[0]),
                attack("cut off in the middle", ExchangeFault.CONTAINER_UNREADABLE, () -> RawZip.half(honest(new LetterFixture()).bytes())),
                zipped("bytes before the first file", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> zip.before = "#!/bin/sh\n".getBytes(UTF_8)),
                zipped("bytes behind the end", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> zip.behind = "more".getBytes(UTF_8)),
                zipped("a comment behind the end", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> zip.comment = "hello".getBytes(UTF_8)),
                attack("a second zip file behind the first", ExchangeFault.CONTAINER_AMBIGUOUS, () -> {
                    var zip = honest(new LetterFixture());
                    zip.before = honest(new LetterFixture()).bytes();
                    return zip.bytes();
                }),
                zipped("a file that no directory lists", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> zip.beforeDirectory = new byte[64]),
                zipped("two files on the same bytes", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> {
                    var twin = zip.add("attachments/0003.txt", LetterFixture.TEXT);
                    twin.sharing = zip.item("attachments/0001.txt");
                }),
                zipped("another name before the bytes", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> zip.item("attachments/0001.txt").localName = "attachments/0009.txt"),
                zipped("another size before the bytes", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> zip.item("attachments/0001.txt").localSize = 7L),
                zipped("stored bytes whose end stands behind them", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> zip.item("attachments/0001.txt").flags |= 1 << 3),
                zipped("a second name in an extra field", ExchangeFault.CONTAINER_AMBIGUOUS,
                        zip -> zip.item("attachments/0001.txt").extra = RawZip.field(0x7075, "x.exe".getBytes(UTF_8))),
                zipped("an encrypted file", ExchangeFault.CONTAINER_ENCRYPTED, zip -> zip.item("attachments/0001.txt").flags |= 1),
                zipped("a file encrypted with AES", ExchangeFault.CONTAINER_ENCRYPTED,
                        zip -> zip.item("attachments/0001.txt").extra = RawZip.field(0x9901, new byte[7])),
                zipped("packed in a way that few know", ExchangeFault.CONTAINER_UNREADABLE, zip -> zip.item("attachments/0001.txt").method = 12),
                zipped("packed bytes that are none", ExchangeFault.CONTAINER_UNREADABLE, zip -> {
                    zip.item("attachments/0001.txt").method = 8;
                    zip.item("attachments/0001.txt").packed = new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2};
                }),
                zipped("a zip bomb that says so", ExchangeFault.PACKED_TOO_TIGHT, zip -> {
                    zip.item("attachments/0001.txt").method = 8;
                    zip.item("attachments/0001.txt").data = new byte[20_000_000];
                }),
                zipped("a zip bomb that hides it", ExchangeFault.PACKED_TOO_TIGHT, zip -> {
                    var bomb = zip.item("attachments/0001.txt");
                    bomb.method = 8;
                    bomb.data = new byte[20_000_000];
                    bomb.size = (long) LetterFixture.TEXT.length;
                }),
                zipped("fewer bytes than said", ExchangeFault.CONTAINER_AMBIGUOUS, zip -> {
                    var short1 = zip.item("attachments/0001.txt");
                    short1.method = 8;
                    short1.data = "short".getBytes(UTF_8);
                    short1.size = (long) LetterFixture.TEXT.length;
                }),
                zipped("600 files", ExchangeFault.TOO_MANY_PARTS, zip -> {
                    for (int number = 0; number < 600; number++) {
                        zip.add("attachments/" + (1000 + number), new byte[0]);
                    }
                }));
    }

    private List<Attack> names() {
        return List.of(
                zipped("a name that leads up and out", ExchangeFault.NAME_FORBIDDEN, zip -> zip.add("attachments/../../etc/cron.d/x", new byte[1])),
                zipped("a name from the root", ExchangeFault.NAME_FORBIDDEN, zip -> zip.add("/etc/passwd", new byte[1])),
                zipped("a name with backslashes", ExchangeFault.NAME_FORBIDDEN, zip -> zip.add("attachments\\0003.txt", new byte[1])),
                zipped("a name with a drive", ExchangeFault.NAME_FORBIDDEN, zip -> zip.add("C:0003.txt", new byte[1])),
                zipped("a name with a control character", ExchangeFault.NAME_FORBIDDEN, zip -> zip.add("attachments/0003.txt\u0000.pdf", new byte[1])),
                zipped("a link instead of a file", ExchangeFault.NAME_FORBIDDEN, zip -> zip.item("attachments/0001.txt").attributes = 0xA1FF0000L),
                zipped("a name twice", ExchangeFault.NAME_TWICE, zip -> zip.add(DOCUMENT, LetterFixture.PDF)),
                zipped("a name twice but for capitals", ExchangeFault.NAME_TWICE, zip -> zip.add("Document.PDF", LetterFixture.PDF)),
                zipped("a name twice but for wide letters", ExchangeFault.NAME_TWICE, zip -> zip.add("\uFF44ocument.pdf", LetterFixture.PDF)),
                zipped("no media type at the beginning", ExchangeFault.CONTAINER_TYPE, zip -> zip.remove(MIMETYPE)),
                zipped("the media type not at the beginning", ExchangeFault.CONTAINER_TYPE, zip -> zip.items.add(2, zip.items.remove(0))),
                zipped("another media type", ExchangeFault.CONTAINER_TYPE, zip -> zip.item(MIMETYPE).data = "application/vnd.etsi.asic-s+zip".getBytes(UTF_8)),
                zipped("a packed media type", ExchangeFault.CONTAINER_TYPE, zip -> zip.item(MIMETYPE).method = 8));
    }

    private List<Attack> files() {
        return List.of(
                zipped("a file that belongs to no letter", ExchangeFault.PART_UNKNOWN, zip -> zip.add("autorun.inf", new byte[1])),
                zipped("an attachment that the head does not name", ExchangeFault.PART_UNKNOWN, zip -> zip.add("attachments/0003.txt", new byte[1])),
                zipped("an attachment is missing", ExchangeFault.PART_MISSING, zip -> zip.remove("attachments/0002.csv")),
                zipped("an attachment under another name", ExchangeFault.PART_MISSING, zip -> zip.item("attachments/0002.csv").name = "attachments/0003.csv"),
                zipped("an attachment of another size", ExchangeFault.PART_CHANGED, zip -> zip.item("attachments/0001.txt").data = new byte[3]),
                zipped("a changed byte of an attachment", ExchangeFault.PART_CHANGED,
                        zip -> zip.item("attachments/0001.txt").data = new String(LetterFixture.TEXT, UTF_8).replaceFirst("一", "二").getBytes(UTF_8)),
                zipped("a changed byte and the old checksum", ExchangeFault.PART_CHANGED, zip -> {
                    var changed = zip.item("attachments/0001.txt");
                    changed.crc = 1L;
                }),
                zipped("a changed document", ExchangeFault.PART_CHANGED,
                        zip -> zip.item(DOCUMENT).data = new String(LetterFixture.PDF, UTF_8).replace("本文", "別文").getBytes(UTF_8)),
                zipped("two attachments exchanged", ExchangeFault.PART_CHANGED, zip -> {
                    var first = zip.item("attachments/0001.txt").data;
                    zip.item("attachments/0001.txt").data = zip.item("attachments/0002.csv").data;
                    zip.item("attachments/0002.csv").data = first;
                }),
                written("two documents in one letter", ExchangeFault.DOCUMENT_NOT_ONE, letter -> letter.part("attachments/0003.pdf", "もう一つ.pdf",
                        "application/pdf", LetterFixture.PDF, LetterPart.Role.DOCUMENT)),
                written("no document", ExchangeFault.DOCUMENT_NOT_ONE, letter -> {
                    letter.files.remove(DOCUMENT);
                    letter.parts.remove(0);
                }),
                written("a container as document", ExchangeFault.DOCUMENT_TYPE, letter -> replaceDocument(letter, honest(new LetterFixture()).bytes(), "application/pdf")),
                written("a document of another type", ExchangeFault.DOCUMENT_TYPE, letter -> replaceDocument(letter, LetterFixture.PDF, "text/html")),
                zipped("no manifest", ExchangeFault.MANIFEST_WRONG, zip -> zip.remove(MANIFEST)),
                zipped("a manifest of other files", ExchangeFault.MANIFEST_WRONG, zip -> zip.item(MANIFEST).data = ManifestXml.write(List.of())),
                zipped("XXE in the manifest", ExchangeFault.MANIFEST_WRONG, zip -> zip.item(MANIFEST).data = xxe(zip.item(MANIFEST).data)));
    }

    private static void replaceDocument(LetterFixture letter, byte[] bytes, String type) {
        letter.files.put(DOCUMENT, bytes);
        letter.parts.set(0, new LetterPart(DOCUMENT, "通知.pdf", type, bytes.length, Sha256.hex(bytes), LetterPart.Role.DOCUMENT));
    }

    private static byte[] xxe(byte[] xml) {
        return xxe(new String(xml, UTF_8)).getBytes(UTF_8);
    }

    private static String xxe(String xml) {
        return "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + xml.replaceFirst("<\\?xml[^>]*\\?>", "");
    }

    private Attack headed(String name, ExchangeFault fault, UnaryOperator<String> change) {
        return written(name, fault, letter -> letter.headXml = change);
    }

    private List<Attack> heads() {
        return List.of(
                zipped("no head", ExchangeFault.HEAD_MISSING, zip -> zip.remove(HEAD)),
                headed("a head of 300 kB", ExchangeFault.HEAD_TOO_LARGE, xml -> xml + " ".repeat(300 * 1024)),
                headed("a head that is no XML", ExchangeFault.HEAD_UNREADABLE, xml -> xml.substring(1)),
                headed("XXE in the head", ExchangeFault.HEAD_UNREADABLE, ContainerAttacksTest::xxe),
                headed("entities that grow in the head", ExchangeFault.HEAD_UNREADABLE,
                        xml -> "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" + xml.replace("芽総", "&b;")),
                headed("a head a thousand elements deep", ExchangeFault.HEAD_UNREADABLE,
                        xml -> xml.replace("<parts>", "<a>".repeat(1000) + "</a>".repeat(1000) + "<parts>")),
                headed("an unknown element in the head", ExchangeFault.HEAD_INVALID, xml -> xml.replace("<parts>", "<priority>1</priority><parts>")),
                headed("a head of another version", ExchangeFault.HEAD_INVALID, xml -> xml.replace("version=\"1\"", "version=\"2\"")),
                headed("a place in the conversation before the first", ExchangeFault.HEAD_INVALID, xml -> xml.replace("<sequence>1", "<sequence>0")),
                headed("a deadline before the date", ExchangeFault.HEAD_INVALID, xml -> xml.replace("2026-12-28", "2026-11-01")),
                headed("a code whose check digit is wrong", ExchangeFault.HEAD_INVALID, xml -> xml.replace("016373", "016374")),
                headed("a title that turns the direction of reading", ExchangeFault.HEAD_INVALID, xml -> xml.replace("事務の", "事務の\u202E")),
                headed("a file name that leads elsewhere", ExchangeFault.HEAD_INVALID, xml -> xml.replace("別紙一.txt", "../../別紙一.txt")),
                headed("a digest that is none", ExchangeFault.HEAD_INVALID, xml -> xml.replace(Sha256.hex(LetterFixture.TEXT), "00")),
                headed("places of attachments out of order", ExchangeFault.HEAD_INVALID, xml -> xml.replace("attachments/0001.txt", "attachments/0007.txt")),
                headed("a letter of more than two gigabytes", ExchangeFault.TOO_LARGE, xml -> xml.replaceAll("<size>[0-9]+", "<size>2147483648")),
                written("from another office than it was sent by", ExchangeFault.SENDER_WRONG,
                        letter -> letter.head = from(letter.head, new LetterHead.Party("132195", "狛江市", null))),
                written("to another office", ExchangeFault.RECIPIENT_WRONG,
                        letter -> letter.head = to(letter.head, new LetterHead.Party("132195", "狛江市", null))),
                attack("a title changed after signing", ExchangeFault.SIGNATURE_CHANGED, () -> {
                    var zip = honest(new LetterFixture());
                    zip.item(HEAD).data = new String(zip.item(HEAD).data, UTF_8).replace("引継ぎ", "廃止").getBytes(UTF_8);
                    return zip.bytes();
                }),
                attack("the mark 親展 taken away after signing", ExchangeFault.SIGNATURE_CHANGED, () -> {
                    var letter = new LetterFixture();
                    letter.headXml = xml -> xml.replace("ordinary", "personal");
                    var zip = honest(letter);
                    zip.item(HEAD).data = new String(zip.item(HEAD).data, UTF_8).replace("personal", "ordinary").getBytes(UTF_8);
                    return zip.bytes();
                }));
    }

    private List<Attack> services() {
        var xml = "<asked/>".getBytes(UTF_8);
        return List.of(
                written("a service without its part", ExchangeFault.SERVICE_PART, letter -> letter.head = letter.head.with("inquiry", 1)),
                written("a plain letter with a part for programs", ExchangeFault.SERVICE_PART, letter -> {
                    letter.ask("inquiry", xml);
                    letter.head = letter.head.with(LetterHead.LETTER, 0);
                }),
                written("two parts for programs", ExchangeFault.SERVICE_PART, letter -> {
                    letter.ask("inquiry", xml);
                    letter.part("attachments/0003.xml", "service.xml", "text/xml", xml, LetterPart.Role.SERVICE);
                }),
                written("a service whose form has no version", ExchangeFault.HEAD_INVALID, letter -> {
                    letter.ask("inquiry", xml);
                    letter.headXml = head -> head.replace("<service version=\"1\">", "<service>");
                }),
                written("a part for programs in the place of an attachment", ExchangeFault.HEAD_INVALID, letter -> {
                    letter.head = letter.head.with("inquiry", 1);
                    letter.part("attachments/0003.xml", "service.xml", "text/xml", xml, LetterPart.Role.SERVICE);
                }),
                written("a part for programs of five megabytes", ExchangeFault.TOO_LARGE, letter -> letter.ask("inquiry", new byte[5 * 1024 * 1024])),
                zipped("a part for programs that the head does not name", ExchangeFault.PART_UNKNOWN, zip -> zip.add("service.xml", xml)),
                attack("a part for programs changed after signing", ExchangeFault.PART_CHANGED, () -> {
                    var letter = new LetterFixture();
                    letter.ask("inquiry", xml);
                    var zip = honest(letter);
                    zip.item("service.xml").data = "<other/>".getBytes(UTF_8);
                    return zip.bytes();
                }),
                attack("a part for programs that is not signed", ExchangeFault.PART_UNSIGNED, () -> {
                    var letter = new LetterFixture();
                    letter.ask("inquiry", xml);
                    var head = letter.headXml();
                    var some = letter.signed(head).stream().filter(file -> !file.name().equals("service.xml")).toList();
                    return letter.zip(head, SigningFixture.signCarelessly(some, office.hand(), NOW)).bytes();
                }));
    }

    private static LetterHead from(LetterHead head, LetterHead.Party sender) {
        return new LetterHead(head.messageId(), head.conversationId(), 1, sender, head.recipient(), head.number(), head.date(), head.title(), head.mark(),
                null, head.deadline(), head.service(), List.of());
    }

    private static LetterHead to(LetterHead head, LetterHead.Party recipient) {
        return new LetterHead(head.messageId(), head.conversationId(), 1, head.sender(), recipient, head.number(), head.date(), head.title(), head.mark(),
                null, head.deadline(), head.service(), List.of());
    }

    private static String between(String text, String from, String to) {
        int at = text.indexOf(from);
        return text.substring(at, text.indexOf(to, at) + to.length());
    }

    private static UnaryOperator<String> transform(String transforms) {
        return xml -> {
            int at = xml.indexOf("URI=\"attachments/0001.txt\"");
            int end = xml.indexOf('>', at) + 1;
            return xml.substring(0, end) + "<ds:Transforms>" + transforms + "</ds:Transforms>" + xml.substring(end);
        };
    }

    private List<Attack> signatures() {
        return List.of(
                zipped("no signature", ExchangeFault.SIGNATURE_MISSING, zip -> zip.remove(SIGNATURES)),
                zipped("a second file of signatures", ExchangeFault.SIGNATURE_NOT_ONE, zip -> zip.add("META-INF/signatures2.xml", zip.item(SIGNATURES).data)),
                attack("two signatures by two parties", ExchangeFault.SIGNATURE_NOT_ONE, () -> {
                    var letter = new LetterFixture();
                    var xml = letter.headXml();
                    var zip = honest(letter);
                    var other = new String(SigningFixture.signCarelessly(letter.signed(xml), office.strangersHand(), NOW), UTF_8);
                    var own = new String(zip.item(SIGNATURES).data, UTF_8);
                    zip.item(SIGNATURES).data = own.replace("</asic:XAdESSignatures>", between(other, "<ds:Signature ", "</ds:Signature>") + "</asic:XAdESSignatures>")
                            .getBytes(UTF_8);
                    return zip.bytes();
                }),
                resigned("an empty list of signatures", ExchangeFault.SIGNATURE_MISSING, xml -> xml.replace(between(xml, "<ds:Signature ", "</ds:Signature>"), "")),
                resigned("a signature that is no XML", ExchangeFault.SIGNATURE_UNREADABLE, xml -> xml.substring(0, xml.length() / 2)),
                resigned("a signature under another root", ExchangeFault.SIGNATURE_UNREADABLE, xml -> xml.replace("asic:XAdESSignatures", "asic:Other")),
                resigned("a signature a thousand elements deep", ExchangeFault.SIGNATURE_UNREADABLE,
                        xml -> xml.replace("<ds:Object>", "<ds:Object>" + "<a>".repeat(1000) + "</a>".repeat(1000))),
                resigned("XXE in the signature", ExchangeFault.SIGNATURE_UNREADABLE, ContainerAttacksTest::xxe),
                attack("an attachment that is not signed", ExchangeFault.PART_UNSIGNED, () -> partly("attachments/0002.csv")),
                attack("a head that is not signed", ExchangeFault.PART_UNSIGNED, () -> partly(HEAD)),
                attack("a document that is not signed", ExchangeFault.PART_UNSIGNED, () -> partly(DOCUMENT)),
                resigned("wrapping: a reference into the XML instead of a file", ExchangeFault.SIGNATURE_WRAPPED, xml -> xml.replace("URI=\"attachments/0001.txt\"", "URI=\"#x\"")),
                resigned("wrapping: an Id twice", ExchangeFault.SIGNATURE_WRAPPED, xml -> xml.replace("</ds:Signature>",
                        "</ds:Signature><other Id=\"" + xml.replaceFirst("(?s).*?<ds:Signature [^>]*Id=\"([^\"]+)\".*", "$1") + "\"/>")),
                resigned("wrapping: the signature moved below another element", ExchangeFault.SIGNATURE_WRAPPED,
                        xml -> xml.replace("<ds:Signature ", "<shell><ds:Signature ").replace("</ds:Signature>", "</ds:Signature></shell>")),
                resigned("wrapping: two lists of what is signed", ExchangeFault.SIGNATURE_WRAPPED,
                        xml -> xml.replace("</ds:SignedInfo>", "</ds:SignedInfo>" + between(xml, "<ds:SignedInfo", "</ds:SignedInfo>").replaceAll(" Id=\"[^\"]*\"", ""))),
                resigned("wrapping: signed properties put beside others", ExchangeFault.SIGNATURE_WRAPPED,
                        xml -> xml.replace("<ds:Object>", "<ds:Object><other/>")),
                resigned("wrapping: properties of another signature", ExchangeFault.SIGNATURE_WRAPPED, xml -> xml.replaceFirst("Target=\"#", "Target=\"#other-")),
                resigned("a list of files in place of the files", ExchangeFault.SIGNATURE_WRAPPED,
                        xml -> xml.replace("<ds:Object>", "<ds:Object><ds:Manifest/></ds:Object><ds:Object>")),
                resigned("XSLT in a reference", ExchangeFault.SIGNATURE_REFERENCE, transform("<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>")),
                resigned("XPath in a reference", ExchangeFault.SIGNATURE_REFERENCE, transform("<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"/>")),
                resigned("even a harmless transformation", ExchangeFault.SIGNATURE_REFERENCE, transform("<ds:Transform Algorithm=\"" + C14N + "\"/>")),
                resigned("a reference to an address outside", ExchangeFault.SIGNATURE_REFERENCE,
                        xml -> xml.replace("URI=\"attachments/0001.txt\"", "URI=\"http://example.org/x\"")),
                resigned("a reference to a file of the machine", ExchangeFault.SIGNATURE_REFERENCE,
                        xml -> xml.replace("URI=\"attachments/0001.txt\"", "URI=\"file:///etc/passwd\"")),
                resigned("a key that lies outside", ExchangeFault.SIGNATURE_REFERENCE,
                        xml -> xml.replace("<ds:KeyInfo>", "<ds:KeyInfo><ds:RetrievalMethod URI=\"http://example.org/key\"/>")),
                resigned("a policy that lies outside", ExchangeFault.SIGNATURE_REFERENCE, xml -> xml.replaceFirst("(<xades:SigningTime>[^<]*</xades:SigningTime>)",
                        "$1<xades:SignaturePolicyIdentifier><xades:SignaturePolicyId/></xades:SignaturePolicyIdentifier>")),
                resigned("digests with SHA-1", ExchangeFault.ALGORITHM_WEAK,
                        xml -> xml.replaceFirst("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1")),
                resigned("a signature with SHA-1", ExchangeFault.ALGORITHM_WEAK, xml -> xml.replace("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha1")),
                resigned("a signature with MD5", ExchangeFault.ALGORITHM_WEAK, xml -> xml.replace("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-md5")),
                resigned("a shared word in place of a key (HMAC)", ExchangeFault.ALGORITHM_WEAK, xml -> xml.replace("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256")),
                resigned("another value of the signature", ExchangeFault.SIGNATURE_CHANGED, xml -> {
                    var value = between(xml, "<ds:SignatureValue", "</ds:SignatureValue>");
                    int at = value.indexOf('>') + 10;
                    return xml.replace(value, value.substring(0, at) + (value.charAt(at) == 'A' ? 'B' : 'A') + value.substring(at + 1));
                }),
                resigned("another signing time", ExchangeFault.SIGNATURE_CHANGED, xml -> xml.replaceFirst("<xades:SigningTime>20", "<xades:SigningTime>19")),
                attack("the signature of another letter", ExchangeFault.SIGNATURE_CHANGED, () -> {
                    var zip = honest(new LetterFixture());
                    zip.item(SIGNATURES).data = honest(new LetterFixture()).item(SIGNATURES).data;
                    return zip.bytes();
                }),
                attack("the certificate of another in the signature", ExchangeFault.SIGNATURE_CHANGED, () -> {
                    var letter = new LetterFixture();
                    var xml = letter.headXml();
                    var own = new String(SigningFixture.signCarelessly(letter.signed(xml), office.strangersHand(), NOW), UTF_8);
                    var other = new String(SigningFixture.signCarelessly(letter.signed(xml), office.hand(), NOW), UTF_8);
                    var mixed = own.replace(between(own, "<ds:KeyInfo", "</ds:KeyInfo>"), between(other, "<ds:KeyInfo", "</ds:KeyInfo>"));
                    return letter.zip(xml, mixed.getBytes(UTF_8)).bytes();
                }));
    }

    private List<Attack> certificates() {
        var sender = LetterFixture.SENDER;
        var honest = new LetterFixture();
        return List.of(
                signed("a key of 1024 bits", ExchangeFault.KEY_WEAK, office.handFor(KeyUsage.digitalSignature | KeyUsage.nonRepudiation, 1024)),
                signed("a certificate that is over", ExchangeFault.CERTIFICATE_EXPIRED, office.handOf("前の町長", sender, NOW.minus(DAY), NOW.minusSeconds(60))),
                signed("a certificate that has not begun", ExchangeFault.CERTIFICATE_NOT_YET, office.handOf("次の町長", sender, NOW.plus(DAY), NOW.plus(DAY.multipliedBy(2)))),
                new Attack("a revoked certificate", ExchangeFault.CERTIFICATE_REVOKED, () -> honest(honest).bytes(), () -> office.revoke(NOW.minus(DAY)), office::bringLists),
                new Attack("nothing says whether it was revoked", ExchangeFault.CERTIFICATE_UNCHECKED, () -> honest(honest).bytes(), office::loseLists, office::bringLists),
                signed("an authority that nobody knows", ExchangeFault.CERTIFICATE_UNKNOWN, office.strangersHand()),
                signed("a certificate for connections", ExchangeFault.CERTIFICATE_USE, office.handFor(KeyUsage.digitalSignature | KeyUsage.keyEncipherment, 2048)),
                signed("the certificate of another office", ExchangeFault.CERTIFICATE_OFFICE, office.handOf("狛江市長", "132195", NOW.minus(DAY), NOW.plus(DAY))),
                signed("the certificate of the recipient", ExchangeFault.CERTIFICATE_OFFICE, office.handOf("東大和市長", LetterFixture.RECIPIENT, NOW.minus(DAY), NOW.plus(DAY))),
                attack("signed in the future", ExchangeFault.SIGNED_IN_FUTURE, () -> {
                    var letter = new LetterFixture();
                    var xml = letter.headXml();
                    return letter.zip(xml, SigningFixture.signCarelessly(letter.signed(xml), office.hand(), NOW.plus(Duration.ofHours(3)))).bytes();
                }),
                attack("a time stamp by a service that nobody knows", ExchangeFault.STAMP_UNKNOWN, () -> stamped(office::stampedByStranger)),
                attack("the time stamp of another signature", ExchangeFault.STAMP_BROKEN, () -> stamped(this::withForeignStamp)),
                attack("a time stamp from the future", ExchangeFault.STAMP_IN_FUTURE, () -> stamped((signature, files) -> {
                    office.stamps().setAhead(Duration.ofHours(3));
                    try {
                        return office.containers(Instant::now).extend(signature, files, Proof.STAMP).content();
                    } finally {
                        office.stamps().setAhead(Duration.ZERO);
                    }
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    @DisplayName("どの攻撃も、正しい理由で断る")
    void everyAttackIsRefusedForItsReason(Attack attack) throws IOException {
        var file = Files.write(folder.resolve("forged.asice"), attack.forger().forge());
        attack.before().run();
        try {
            var refused = catchThrowableOfType(ContainerRefused.class, () -> check.check(file, LetterFixture.RECIPIENT, LetterFixture.SENDER).close());
            assertThat(refused).as("taken").isNotNull();
            assertThat(refused.fault()).as(refused.detail()).isEqualTo(attack.fault());
        } finally {
            attack.after().run();
        }
    }

    @Test
    @DisplayName("攻撃のもとになる手紙そのものは通る")
    void theHonestLetterIsTaken() throws Exception {
        var file = Files.write(folder.resolve("honest.asice"), honest(new LetterFixture()).bytes());
        try (var checked = check.check(file, LetterFixture.RECIPIENT, LetterFixture.SENDER)) {
            assertThat(checked.head().title()).isEqualTo("事務の引継ぎについて(照会)");
        }
    }

    @Test
    @DisplayName("表には、どの攻撃も理由とともに載っている")
    void theTableIsWhole() throws IOException {
        var rows = attacks().map(attack -> "| " + attack.name() + " | `" + attack.fault().code() + "` |").toList();
        assertThat(Files.readAllLines(TABLE).stream().filter(line -> line.endsWith("` |")).toList()).isEqualTo(rows);
        assertThat(rows).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    }
}
