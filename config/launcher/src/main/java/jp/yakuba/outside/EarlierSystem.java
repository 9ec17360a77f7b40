package jp.yakuba.outside;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An earlier records system that hands its documents over: a folder with a list ({@code manifest.csv}) and as many made-up
 * documents as are wanted, for trying an import. Every tenth is a PDF, the others are plain text.
 */
public final class EarlierSystem {
    private static final String HEADS = "番号,日付,区分,課コード,件名,相手方,ファイル年度,ファイル,保存期間,閲覧者,パス,SHA-256";
    private static final List<String> DIRECTIONS = List.of("収受", "発送", "起案");
    private static final LocalDate FIRST = LocalDate.of(2016, 4, 1);
    private static final int DAYS = 3_650;
    private static final int A_FOLDER = 1_000;
    private static final int LINES_OF_TEXT = 40;

    private final Path folder;
    private final Place place;

    /**
     * Where the documents belong.
     *
     * @param section code of the section
     * @param year fiscal year of the file in the plan
     * @param file code of the file in the plan
     * @param retention its retention in the words of the plan
     */
    public record Place(String section, int year, String file, String retention) {}

    private EarlierSystem(Path folder, Place place) {
        this.folder = folder;
        this.place = place;
    }

    /** Lays so many documents with their list into the folder. */
    public static void handOver(Path folder, int many, Place place) throws IOException {
        var system = new EarlierSystem(folder, place);
        Files.createDirectories(folder);
        try (var list = Files.newBufferedWriter(folder.resolve("manifest.csv"))) {
            list.write(HEADS + "\r\n");
            for (int number = 1; number <= many; number++) {
                system.write(number, list);
            }
        }
    }

    private void write(int number, BufferedWriter list) throws IOException {
        boolean pdf = number % 10 == 0;
        var path = "%03d/%06d.%s".formatted(number / A_FOLDER, number, pdf ? "pdf" : "txt");
        var bytes = pdf ? pdf(number) : text(number);
        var target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
        list.write(String.join(",", "旧文第" + number + "号", FIRST.plusDays(number % DAYS).toString(),
                DIRECTIONS.get(number % DIRECTIONS.size()), place.section(), "道路の補修に関する照会（その" + number + "）", "見本町内会" + number % 97,
                String.valueOf(place.year()), place.file(), place.retention(), "", path, sha256(bytes)) + "\r\n");
    }

    private static byte[] text(int number) {
        var words = new StringBuilder("道路の補修に関する照会（その" + number + "）\n\n");
        for (int line = 1; line <= LINES_OF_TEXT; line++) {
            words.append("町道").append(number % 500).append("号線の").append(line).append("番目の区間について、現況を確認のうえ回答を求めます。\n");
        }
        return words.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The smallest PDF with a line of text that says its number. */
    private static byte[] pdf(int number) throws IOException {
        var page = "BT /F1 12 Tf 72 720 Td (Document " + number + ") Tj ET";
        var objects = List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var out = new ByteArrayOutputStream();
        out.write("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        var places = new ArrayList<Integer>();
        for (int at = 0; at < objects.size(); at++) {
            places.add(out.size());
            out.write(((at + 1) + " 0 obj\n" + objects.get(at) + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
        }
        int table = out.size();
        var end = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(offset -> end.append("%010d 00000 n \n".formatted(offset)));
        end.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        out.write(end.toString().getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everywhere) {
            throw new IllegalStateException(everywhere);
        }
    }
}
