package jp.yakuba.outside;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The five trades. A procedure that a trade does not know in particular is entered under a number. */
final class Trades {
    private Trades() {}

    /** All of them. */
    static List<Trade> all() {
        return List.of(new Insurance(), new Welfare(), new School(), new Water(), new Hygiene());
    }

    private static List<String> missing(Request request, String... questions) {
        var missing = new ArrayList<String>();
        for (var question : questions) {
            if (request.answer(question).isEmpty()) {
                missing.add(question + " がありません");
            }
        }
        return missing;
    }

    private static Map<String, String> entered(int number) {
        return new LinkedHashMap<>(Map.of("entryNumber", "%06d".formatted(number)));
    }

    /** The last digit that makes a number checkable: weights from 2 upwards, modulus 11 (10 and 11 become 0). */
    static int checkDigit(int number) {
        var sum = 0;
        var weight = 2;
        for (var rest = number; rest > 0; rest /= 10) {
            sum += rest % 10 * weight++;
        }
        var digit = 11 - sum % 11;
        return digit > 9 ? 0 : digit;
    }

    /** 国民健康保険: an insured number for the household, a branch number for each person. */
    static final class Insurance implements Trade {
        @Override
        public String system() {
            return "insurance";
        }

        @Override
        public List<String> faults(Request request) {
            return request.procedure().equals("national-health-insurance")
                    ? missing(request, "insurance.members", "insurance.reason") : List.of();
        }

        @Override
        public Map<String, String> results(Request request, int number) {
            var results = entered(number);
            if (request.procedure().equals("national-health-insurance")) {
                var insured = 1_000_000 + number;
                results.put("insuredNumber", "%d%d".formatted(insured, checkDigit(insured)));
                var persons = request.answer("insurance.members").split(",").length;
                for (var person = 1; person <= persons; person++) {
                    results.put("insuredBranch." + person, "%02d".formatted(person));
                }
            }
            return results;
        }
    }

    /** 児童手当: a certification number, and the month from which it is paid. */
    static final class Welfare implements Trade {
        @Override
        public String system() {
            return "welfare";
        }

        @Override
        public List<String> faults(Request request) {
            return request.procedure().equals("child-allowance") ? missing(request, "childAllowance.children") : List.of();
        }

        @Override
        public Map<String, String> results(Request request, int number) {
            var results = entered(number);
            if (request.procedure().startsWith("child-allowance")) {
                results.put("certificationNumber", "%05d-%d".formatted(number, checkDigit(number)));
                results.put("paidFrom", YearMonth.from(LocalDate.parse(request.arrivedOn())).plusMonths(1).toString());
            }
            return results;
        }
    }

    /** 転入学: the school assigned to each pupil and the day of attendance, after the board has looked at it. */
    static final class School implements Trade {
        private static final String PUPILS = "school.pupils";

        @Override
        public String system() {
            return "school";
        }

        @Override
        public boolean takesTime() {
            return true;
        }

        @Override
        public List<String> faults(Request request) {
            return request.procedure().equals("school-transfer") && request.entries(PUPILS, "person") == 0
                    ? List.of("児童生徒がありません") : List.of();
        }

        @Override
        public Map<String, String> results(Request request, int number) {
            var results = entered(number);
            for (var pupil = 0; pupil < request.entries(PUPILS, "person"); pupil++) {
                var entry = PUPILS + "." + pupil + ".";
                var one = "." + (pupil + 1);
                results.put("noticeNumber" + one, "%05d-%d".formatted(number, pupil + 1));
                results.put("school" + one, school(request, request.answer(entry + "grade")));
                results.put("attendFrom" + one, attendFrom(request, request.answer(entry + "starts")));
            }
            return results;
        }

        private static String school(Request request, String grade) {
            return Schools.of(request.municipality(), request.answer("move.new.place"), grade.startsWith("j"));
        }

        private static String attendFrom(Request request, String wished) {
            return wished.isEmpty() ? LocalDate.parse(request.arrivedOn()).plusDays(7).toString() : wished;
        }
    }

    /** 給水: the number of the tap and the day it is opened. */
    static final class Water implements Trade {
        @Override
        public String system() {
            return "water";
        }

        @Override
        public List<String> faults(Request request) {
            if (!request.procedure().equals("water-start")) {
                return List.of();
            }
            var faults = missing(request, "water.startOn");
            if (faults.isEmpty() && !isDate(request.answer("water.startOn"))) {
                faults.add("使用開始日が日付ではありません");
            }
            return faults;
        }

        @Override
        public Map<String, String> results(Request request, int number) {
            var results = entered(number);
            if (request.procedure().equals("water-start")) {
                results.put("tapNumber", "%04d-%d".formatted(number, checkDigit(number)));
                results.put("openOn", request.answer("water.startOn"));
            }
            return results;
        }

        private static boolean isDate(String text) {
            try {
                LocalDate.parse(text);
                return true;
            } catch (DateTimeException wrong) {
                return false;
            }
        }
    }

    /** 狂犬病予防: the number of each dog's tag (鑑札). */
    static final class Hygiene implements Trade {
        private static final String DOGS = "dog.dogs";

        @Override
        public String system() {
            return "hygiene";
        }

        @Override
        public List<String> faults(Request request) {
            return request.procedure().equals("dog-change") && request.entries(DOGS, "name") == 0
                    ? List.of("犬がありません") : List.of();
        }

        @Override
        public Map<String, String> results(Request request, int number) {
            var results = entered(number);
            for (var dog = 1; dog <= request.entries(DOGS, "name"); dog++) {
                results.put("tagNumber." + dog, "第%d-%d号".formatted(number, dog));
            }
            return results;
        }
    }
}
